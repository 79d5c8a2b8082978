import Analytics
import Datasets

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A small valid folder: two organisations, one row or two of each table. Tests damage a copy.
struct SampleFolder {
  var files: [String: [UInt8]]
  /// Folders to make beside the files.
  var folders: [String] = []

  init() {
    files = Self.sound
  }

  /// Replaces every occurrence of a text in a file.
  mutating func replace(_ old: String, with new: String, in file: String) {
    guard let bytes = files[file] else { return }
    files[file] = Array(
      String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8)
  }

  /// Puts a byte `offset` bytes into the first occurrence of a text.
  mutating func damage(_ file: String, at text: String, offset: Int, byte: UInt8) {
    guard var bytes = files[file], let range = bytes.firstRange(of: Array(text.utf8)) else {
      return
    }
    bytes[range.lowerBound + offset] = byte
    files[file] = bytes
  }

  func text(_ file: String) -> String { String(decoding: files[file] ?? [], as: UTF8.self) }

  /// Writes the folder for as long as `body` runs.
  func written<Value>(_ body: (DataFolder) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("digigov-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files {
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
    for name in folders {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    return try body(DataFolder(path: folder.path))
  }

  /// What `check` says of the folder.
  func defects() throws -> [String] { try written { $0.check().map(\.description) } }
}

extension SampleFolder {
  private static let sound = tables.mapValues { Array($0.utf8) }

  private static let observationHeader = """
    body,measure,period,value,low,high,unit,mark,kind,source_id,locator,as_of,confidence,fact_id,note

    """

  private static var keyRows: String {
    ["NHS", "HMRC"].flatMap { code in
      AllocationKey.allCases.map { "\(code),\($0.rawValue),1.5,unit,derived,a source,a note\n" }
    }.joined()
  }

  private static var assumptionRows: String {
    Assumption.allCases.map {
      "\($0.rawValue),Label,share,0.2,0.3,0.4,0.1,0.9,0.1,log,0.5,modelled,B,a source,why\n"
    }.joined()
  }

  private static var leverRows: String {
    Lever.allCases.map {
      $0 == .pace
        ? "pace,Pace,multiple,0.5,2,0.05,1,true,words\n"
        : "\($0.rawValue),Label,share,0,1,0.05,0,true,words\n"
    }.joined()
  }

  private static var parameterRows: String {
    FixedParameter.allCases.map { parameter in
      let value =
        switch parameter {
        case .startYear: "2025"
        case .horizonYears: "16"
        case .seed: "18446744073709551615"
        default: "0.5"
        }
      return "\(parameter.rawValue),\(value),unit,modelled,a source\n"
    }.joined()
  }

  private static var scheduleRows: String {
    ["standard", "health", "reduced"].map {
      "\($0),1,30,0.035,reported,Green Book\n\($0),31,,0.03,reported,Green Book\n"
    }.joined()
  }

  private static var tables: [String: String] {
    var files = [
      "organisations.csv": """
      code,name,sector,legacy_class
      NHS,National Health Service,Health,nhs
      HMRC,HM Revenue and Customs,Central,cg

      """,
      "allocation_keys.csv": "organisation_code,key,value,unit,mark,source,note\n" + keyRows,
      "assumptions.csv": """
      id,label,unit,p10,p50,p90,minimum,maximum,step,scale,loading,mark,confidence,source,rationale

      """ + assumptionRows,
      "levers.csv": "id,label,unit,minimum,maximum,step,default,per_organisation,description\n"
        + leverRows,
      "scenarios.csv": "id,name,description,"
        + Lever.allCases.map(\.rawValue).joined(separator: ",")
        + "\nblueprint,Blueprint,words,1,1,1,0.5,0.07,0,1,0.25\n",
      "fixed_parameters.csv": "id,value,unit,mark,source\n" + parameterRows,
      "overlap_weights.csv": """
      stream_a,stream_b,weight,mark,source
      automation,channel,0.25,modelled,judgement
      contractors,legacy,0.25,modelled,judgement

      """,
      "discount_schedules.csv": "schedule,from_year,to_year,rate,mark,source\n" + scheduleRows,
    ]
    files.merge(evidence) { first, _ in first }
    return files
  }

  private static var evidence: [String: String] {
    var files = [
      "datapackage.json": #"{"name": "sample", "version": "1.2.3", "resources": []}"#,
      "sources.csv": """
      id,title,publisher,date,address,licence,seen_how
      review,State of digital government review,DSIT,2025-01-21,https://example.org,OGL,in the publication

      """,
      "bodies.csv": """
      code,name,kind,parent,note
      UKPS,UK public sector,whole,,
      CENTRAL,Central government,sector,UKPS,
      NHS,National Health Service,organisation,UKPS,
      HMRC,HM Revenue and Customs,organisation,CENTRAL,
      VOA,Valuation Office Agency,body,HMRC,
      PANEL,A panel of people,outside,,

      """,
      "facts.csv": """
      id,theme,measure,body,period,value,unit,low,high,mark,kind,source_id,locator,as_of,confidence,conflict,note
      legacy.share.2024,legacy,Share of systems that are legacy,UKPS,2024,28,%,,,reported,estimate,review,p 1,2024,B,,
      legacy.systems.2024,legacy,Legacy systems,UKPS,2024,228,systems,,,reported,reported,review,p 2,2024-12,B,count,
      legacy.systems.2025,legacy,Legacy systems,UKPS,2025,319,systems,300,,reported,reported,review,p 3,2025-02-28,B,count,

      """,
      "incidents.csv": """
      id,date,body,title,hours,affected,affected_unit,fallback,mark,kind,source_id,locator,confidence,note
      fall,2024-07,NHS,"Records were out, for days",12.5,1000,people,paper,reported,reported,review,p 4,B,

      """,
      "contractor_spend.csv": """
      body,month,returns,payroll_fte,payroll_cost_gbp_m,nonpayroll_fte,agency_fte,interim_manager_fte,specialist_contractor_fte,contingent_cost_gbp_m,consultancy_cost_gbp_m,mark,source_id
      HMRC,2025-06,2,100.5,5.5,10,,,,-0.5,1.25,derived,review
      HMRC,2025-07,,,,,,,,,1.5,derived,review

      """,
      "contractor_bodies.csv": """
      body,department,financial_year,months_returned,payroll_fte_mean,nonpayroll_fte_mean,payroll_cost_gbp_m,contingent_cost_gbp_m,consultancy_cost_gbp_m,mark,source_id
      VOA,HMRC,2024-25,12,47.5,1.5,3.25,0.5,0.25,derived,review

      """,
      "contractor_quality_log.csv": """
      department,body,month,measure,value,rule,why
      ,VOA,2021-10,payroll_fte,412.5,unassigned,no department named

      """,
      "timeline.csv": """
      id,date,body,title,status,evidence,last_seen,value,unit,source_id,locator,fact_id,note
      roadmap,2026-01,UKPS,Roadmap published,done,the roadmap itself,2026-01,,,review,p 5,legacy.share.2024,

      """,
      "business_cases.csv": """
      programme,body,country,measure,value,low,high,unit,price_base,cashable,mark,kind,source_id,locator,as_of,confidence,left_out,note
      Paper,Post Office,UK,planned_cost,10,,,£m,real,part,reported,estimate,review,p 6,2020,B,,
      Paper,Post Office,UK,latest_cost,15,15,,£m,,part,reported,reported,review,p 6,2024,A,overrun realised,another scope
      Paper,Post Office,UK,planned_benefit_a_year,5,,,£m a year,,part,reported,estimate,review,p 6,2020,B,,
      Paper,Post Office,UK,planned_years,3,,,years,,part,derived,target,review,p 6,2020,C,,

      """,
      "red_list.csv": """
      id,label,unit,p10,p50,p90,minimum,maximum,mark,source,rationale
      found_per_year,Found,systems a year,10,20,30,1,100,modelled,judgement,why
      fixed_per_year,Fixed,systems a year,5,15,25,1,90,modelled,judgement,why

      """,
    ]
    for name in [
      "budgets", "workforce", "legacy", "outages", "services", "adoption", "fraud_error",
      "efficiency_plans", "cyber",
    ] {
      files[name + ".csv"] = observationHeader
    }
    files["legacy.csv"] =
      observationHeader
        + """
        UKPS,Share of systems that are legacy,2024,28,,,%,reported,estimate,review,p 1,2024,B,legacy.share.2024,
        NHS,Share of systems that are legacy,2024,30,10,50,%,derived,estimate,review,p 1,2024,C,,middle

        """
    return files
  }
}
