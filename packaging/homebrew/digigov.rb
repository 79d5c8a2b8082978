# Not tried: no macOS was at hand when it was written. From the root of a checkout:
#   brew install --HEAD ./packaging/homebrew/digigov.rb
class Digigov < Formula
  desc "Dashboard of the State of Digital Government, in a terminal"
  homepage "https://www.gov.uk/government/publications/state-of-digital-government-review"
  license "MIT"
  head "file://#{Pathname(__dir__).parent.parent}", using: :git

  depends_on "pkgconf" => :build
  depends_on xcode: ["26.0", :build]
  depends_on "cairo"
  depends_on "freetype"
  depends_on macos: :sequoia
  depends_on "ncurses"

  def install
    # The sandbox of Homebrew is one already.
    system "swift", "build", "--disable-sandbox", "--traits", "Cairo", "-c", "release",
           "--product", "digigov"
    system "Scripts/install-files", ".build/release/digigov", prefix
  end

  test do
    assert_match "no defects", shell_output("#{bin}/digigov data check")
    system bin/"digigov", "screenshot", "--view", "overview", "--output", "overview.png"
    assert_path_exists testpath/"overview.png"
  end
end
