import Foundation
import PackagePlugin

/// Writes the version that `--version` says into a source file of the build folder, before each
/// build: git's description, or what the file VERSION says where there is no git.
@main struct StampVersion: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "Generated")
    return [
      .prebuildCommand(
        displayName: "Writing the version", executable: URL(filePath: "/bin/sh"),
        arguments: [
          root.appending(path: "Scripts/write-version").path(percentEncoded: false),
          root.path(percentEncoded: false), output.path(percentEncoded: false),
        ],
        outputFilesDirectory: output)
    ]
  }
}
