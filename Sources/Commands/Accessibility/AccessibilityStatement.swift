/// What there is for those who listen, read by touch, see little or use keys alone; what was tried, and
/// what does not work. `docs/ACCESSIBILITY.md` says the same, and a test holds the two together.
enum AccessibilityStatement {
  static let works = [
    "By ear: --plain is a dialogue of lines without a screen. It needs no cursor and no colours, and "
      + "takes its words from a pipe as well.",
    "On the screen by ear: --speech keeps the cursor on one line, which says after each key what has "
      + "the focus, or what a lever changed from what to what. Nothing else of a lever is spelt out.",
    "By touch: the cursor stands on the marked row, on the choice of every list, and on the first "
      + "line of help and cards. T gives a chart in three sentences and as a table of lines.",
    "Charts in sound: digigov hear PANEL plays a series as tones, higher for more, and says in three "
      + "sentences what it does.",
    "Braille on paper: digigov brief --output FILE.brf writes a note, or with --full the pack, "
      + "through liblouis where that is installed.",
    "Low vision: from 60 columns and 18 rows; below 80 by 24 a screen shows one panel at a time in "
      + "place of cut values. --theme contrast, --theme mono and NO_COLOR; b shows a number large.",
    "Colours: text has a contrast of 4.5 to 1, marks 3 to 1, in every painted theme. What is told by "
      + "colour is told by dashes, fills or labels, too.",
    "Keys alone: everything has a key, every key can be changed or taken off, nothing runs against "
      + "the clock. The focus is seen at every stop from 60x18 on.",
    "Documents: HTML with headings, captions and notes; tagged PDF; odt and docx with styles, header "
      + "rows and alternative texts; long descriptions of pictures.",
  ]

  static let tried = [
    "With programs, not with people: no screen reader, no braille display and nobody who needs them "
      + "has been used with it by its makers.",
    "Every Tab stop of every screen at 15 sizes from 60x18: a focus that is seen, the cursor on it.",
    "Contrast of every pair of colours that a screen shows, in true colour, 256 and 16 colours.",
    "Colour blindness by the matrices of Machado, Oliveira and Fernandes (2009) at full severity: "
      + "each two colours that can stand in one chart, as CIEDE2000.",
    "What the dialogue prints, through the voice espeak-ng in tests where it is installed.",
    "Braille files through liblouis's table en-ueb-g2 in tests where it is installed.",
  ]

  static let lacks = [
    "Screen readers themselves (Orca, NVDA, VoiceOver, JAWS, Fenrir) are untried.",
    "On the screen a table is read as it stands, row by row: T or --plain say it in words.",
    "Words are English only.",
    "Sound needs a player that is installed: aplay, paplay, pw-play, afplay or ffplay. Without one "
      + "--output writes the file.",
    "Braille is of prose and tables in lines: charts are in it as their alternative texts.",
  ]
}
