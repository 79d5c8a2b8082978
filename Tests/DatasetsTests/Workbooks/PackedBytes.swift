#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Bytes that others packed: by zlib, and by a zip writer of Python.
enum PackedBytes {
  /// What the three packed forms hold.
  static let text =
    String(repeating: "Payroll staff; Total; Full-time equivalent, ", count: 12) + "£262m "
    + String((0..<400).map { Character(UnicodeScalar(UInt8(33 + $0 % 90))) })

  static let fixed = bytes(
    """
    C0isLMrPyVEoLklMS7NWCMkvScyxVnArzcnRLcnMTVVILSzNLEvMSc0r0VEIGFU77NUeWmxkZpSroKikrKKqpq6hqaWt
    o6unb2BoZGxiamZuYWllbWNrZ+/g6OTs4urm7uHp5e3j6+cfEBgUHBIaFh4RGRUdExsXn5CYlJySmpaekZmVnZObl19Q
    WFRcUlpWXlFZNWoyOSYDAA==
    """)

  static let dynamic = bytes(
    """
    C0isLMrPyVEoLklMS7NWCMkvScyxVnArzcnRLcnMTVVILSzNLEvMSc0r0VEIGFU77NUeWmxkZpSroKikrKKqpq6hqaWt
    o6unb2BoZGxiamZuYWllbWNrZ+/g6OTs4urm7uHp5e3j6+cfEBgUHBIaFh4RGRUdExsXn5CYlJySmpaekZmVnZObl19Q
    WFRcUlpWXlFZNWoyOSYDAA==
    """)

  static let stored = bytes(
    """
    AacDWPxQYXlyb2xsIHN0YWZmOyBUb3RhbDsgRnVsbC10aW1lIGVxdWl2YWxlbnQsIFBheXJvbGwgc3RhZmY7IFRvdGFs
    OyBGdWxsLXRpbWUgZXF1aXZhbGVudCwgUGF5cm9sbCBzdGFmZjsgVG90YWw7IEZ1bGwtdGltZSBlcXVpdmFsZW50LCBQ
    YXlyb2xsIHN0YWZmOyBUb3RhbDsgRnVsbC10aW1lIGVxdWl2YWxlbnQsIFBheXJvbGwgc3RhZmY7IFRvdGFsOyBGdWxs
    LXRpbWUgZXF1aXZhbGVudCwgUGF5cm9sbCBzdGFmZjsgVG90YWw7IEZ1bGwtdGltZSBlcXVpdmFsZW50LCBQYXlyb2xs
    IHN0YWZmOyBUb3RhbDsgRnVsbC10aW1lIGVxdWl2YWxlbnQsIFBheXJvbGwgc3RhZmY7IFRvdGFsOyBGdWxsLXRpbWUg
    ZXF1aXZhbGVudCwgUGF5cm9sbCBzdGFmZjsgVG90YWw7IEZ1bGwtdGltZSBlcXVpdmFsZW50LCBQYXlyb2xsIHN0YWZm
    OyBUb3RhbDsgRnVsbC10aW1lIGVxdWl2YWxlbnQsIFBheXJvbGwgc3RhZmY7IFRvdGFsOyBGdWxsLXRpbWUgZXF1aXZh
    bGVudCwgUGF5cm9sbCBzdGFmZjsgVG90YWw7IEZ1bGwtdGltZSBlcXVpdmFsZW50LCDCozI2Mm0gISIjJCUmJygpKiss
    LS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3Bx
    cnN0dXZ3eHl6ISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltc
    XV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6ISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZH
    SElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6ISIjJCUmJygpKissLS4vMDEy
    MzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3
    eHl6ISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSA==
    """)

  /// A workbook of two sheets, the first of them notes; the second has a title, headings and the
  /// returns of two bodies, whose month, a day of 1 July 2026, and department are merged cells.
  static let xlsx = bytes(
    """
    UEsDBBQAAAAIAKClfV3HHBc8CgAAAAgAAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbLMJqSxILda3AwBQSwMEFAAAAAgA
    oKV9XYi8oL9xAAAArwAAAA8AAAB4bC93b3JrYm9vay54bWyzsa/IzVEoSy0qzszPs1Uy1DNQsrezKc8vyk7Kz89WAErm
    FVsV2SpVKCFEA4r07WyKM1JTS4qhtEJeYm6qrZJffklqsZICWMgzBWiakkKRVSaQUeSZYqikj6o4KLWktCgPSbURkmoj
    kGp9mB36MJvtAFBLAwQUAAAACACgpX1d+WBDDUYAAACPAAAAGgAAAHhsL19yZWxzL3dvcmtib29rLnhtbC5yZWxzswlK
    zUksyczPK87ILCi2s0HmKnim2CoVeaYYKimEJBalp5bYKpXnF2UXZ6SmlhTrgylDvYrcHCV97PqMcOszgunTR7UfAFBL
    AwQUAAAACACgpX1dzLTS7FcAAACSAAAADQAAAHhsL3N0eWxlcy54bWyzKS6pzEkNzkhNLbGzySvNdcstKYYxFCCUZ4qt
    kqGZiZJCWn5RbmKJc35Kqq1Sbm5ujG5lpZK+nY0+XFtyak5ORBqQUZGGpNcApAhFBGQaSCNcvT6SKwBQSwMEFAAAAAgA
    oKV9XfC301FVAAAAcgAAABgAAAB4bC93b3Jrc2hlZXRzL3NoZWV0MS54bWyzKc8vyi7OSE0tsbMBUy6JJYl2NkX55QpF
    tkqGSnY2ySCGo6GSQomtUmZeTmZeanBJEVA8s9jOpsQuKDUxRSE31UYfqF8fJKSfDMRA7UASyTx9hDUAUEsDBBQAAAAI
    AKClfV1iuBM59AAAAFkDAAAYAAAAeGwvd29ya3NoZWV0cy9zaGVldDIueG1sfZONDoIgFIVfxfEAgUC/Qzbz/zFao9qy
    uaHT14/E7IKVmxPvd+4894BiaPS9vSnVSTE+0lN3kkI3Q6AjFCIpzq9FHKKgi1Br3ntJBO6lwGdzG90sprOYAnE4i0d2
    hIy6LIGMuSyFjLssg2ztshyyjcsKyLYuKyHbuayCbP89DDaHwVDQ2iSN8Q0lnvmEwbCIN7UDvSizf505s2mEhHikmAhZ
    kNISakyO18rLsmLTp8iPE8DfQyccWvO2OeV/hsq5LbOF7QnQte+af+bxmyrLOFlaxuC0P5S+qkTVdQvWgVaX1/YdYo7w
    op6xQzbWMWzGn7/pCVBLAwQUAAAACACgpX1d9eFa+eIAAAAGAgAAFAAAAHhsL3NoYXJlZFN0cmluZ3MueG1sjZLBTsMw
    DIZfxaedmPoArXoAhCakMaQhIY5em4xobtzZzkTfnhS4kCLg+uf7FPuXG1VrGw1tY+0zy8mzdA5WZPV9oqmFFQ5jDR03
    VcaqmftkXxxKmW052msZ7uSIMSha4AgRB/crYNO4ALYY4hWMKC4asICOHJUlxCP0Lsc25IdSesRJmAjU0PsantiQatg4
    7DtO/8XvEtHawuDAnVO4IP31US5KTb/8PPJ0CESl8cBxPf5k3eT+8lbzmoQHTouCN5xH2XkfukVJb2VwG7Qj1iQOMPZw
    jfLR2N7J5ZtezQfwDlBLAQIUAxQAAAAIAKClfV3HHBc8CgAAAAgAAAATAAAAAAAAAAAAAACAAQAAAABbQ29udGVudF9U
    eXBlc10ueG1sUEsBAhQDFAAAAAgAoKV9XYi8oL9xAAAArwAAAA8AAAAAAAAAAAAAAIABOwAAAHhsL3dvcmtib29rLnht
    bFBLAQIUAxQAAAAIAKClfV35YEMNRgAAAI8AAAAaAAAAAAAAAAAAAACAAdkAAAB4bC9fcmVscy93b3JrYm9vay54bWwu
    cmVsc1BLAQIUAxQAAAAIAKClfV3MtNLsVwAAAJIAAAANAAAAAAAAAAAAAACAAVcBAAB4bC9zdHlsZXMueG1sUEsBAhQD
    FAAAAAgAoKV9XfC301FVAAAAcgAAABgAAAAAAAAAAAAAAIAB2QEAAHhsL3dvcmtzaGVldHMvc2hlZXQxLnhtbFBLAQIU
    AxQAAAAIAKClfV1iuBM59AAAAFkDAAAYAAAAAAAAAAAAAACAAWQCAAB4bC93b3Jrc2hlZXRzL3NoZWV0Mi54bWxQSwEC
    FAMUAAAACACgpX1d9eFa+eIAAAAGAgAAFAAAAAAAAAAAAAAAgAGOAwAAeGwvc2hhcmVkU3RyaW5ncy54bWxQSwUGAAAA
    AAcABwDPAQAAogQAAAAA
    """)

  /// The same returns without title and notes, with a million blank rows behind them.
  static let ods = bytes(
    """
    UEsDBBQAAAAAAKClfV2FbDmKLgAAAC4AAAAIAAAAbWltZXR5cGVhcHBsaWNhdGlvbi92bmQub2FzaXMub3BlbmRvY3Vt
    ZW50LnNwcmVhZHNoZWV0UEsDBBQAAAAIAKClfV3LStvJ5AEAAI4LAAALAAAAY29udGVudC54bWzFVt9vmzAQ/lcsnueG
    sCSb0qSV1mqqJm2dtr700cDRIBkf8480+e93pjQtLcpCRBgPwJ0/38ed7zNeXG4KydagTY5qGYzPwuDyYoFZlicwTzFx
    BSjLE1SWnruBGNPtzjClBpGaFQABrIglzKs7e3pXooBl8Aus0ypoALjGx6YjASlZHXYtpANutyXNNlbn6sHPho2dlxf3
    IPRiVBv08ibEcUG/U5Kr3qPe6gehciMs1Zf5WpyWwUP6r4zI1QdWCk09wFAzU6Iy6DEsBXJb3yS9s/4UW40ENVZk2Tm7
    QyvkObuhXkvQDcb31UnJbV4Agz8up/knT5UlaKypP4Cqvo1zKXun/IGKl220VyQDQvqlliJGt19oDdc7PbcLvN4XXBGD
    9hDDTSmUgnQZREHbt6fCwm7AG7waJXgYzXj4iYfjl8S+OcmjWad6jY4r4Q1SV9xWuN6XZ9MtYueSnjKXTKKwTdZlMB2H
    YfjCZ1b4qE7EFA7FFM2isLrOpoPwdS3hweJMkE4AkPK9kjhSJde5SSQap4EJlbIvQlc/jt+g1/9LOAele/iqfByo3cbR
    dEAFDZTUpCvTP5u6ZTPUUAL9NlIvocnnmnDvHpqgdIVqzowmwaiN/7WHrLZj8bPz6eD8bL07X/8FUEsBAhQDFAAAAAAA
    oKV9XYVsOYouAAAALgAAAAgAAAAAAAAAAAAAAIABAAAAAG1pbWV0eXBlUEsBAhQDFAAAAAgAoKV9XctK28nkAQAAjgsA
    AAsAAAAAAAAAAAAAAIABVAAAAGNvbnRlbnQueG1sUEsFBgAAAAACAAIAbwAAAGECAAAAAA==
    """)

  private static func bytes(_ text: String) -> [UInt8] {
    Array(Data(base64Encoded: text.filter { !$0.isWhitespace }) ?? Data())
  }
}
