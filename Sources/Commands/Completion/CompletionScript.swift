/// What a shell reads to complete command lines: it asks the program at each Tab.
enum CompletionScript: String, CaseIterable {
  case bash, zsh, fish

  /// The first word by which the scripts ask: `---complete`, then the words of the line after the
  /// program's name, the last one being that to be completed.
  static let question = "---complete"

  var text: String {
    switch self {
    case .bash: Self.bashText
    case .zsh: Self.zshText
    case .fish: Self.fishText
    }
  }

  /// Words are taken from the line itself, since bash parts them at `=` and `:` as well; what it then
  /// replaces is only what follows the last of these.
  private static let bashText = #"""
    # bash completion for digigov
    _digigov() {
      local line=${COMP_LINE:0:COMP_POINT} current='' before answer value note kind extension
      local -a words=() values=() notes=()
      [[ $line =~ [^[:space:]]*$ ]] && current=${BASH_REMATCH[0]}
      # A blank that is escaped or in quotes parts nothing: then bash's own words are right.
      if [[ $line == *[\\\'\"]* ]]; then
        current=${COMP_WORDS[COMP_CWORD]}
        words=("${COMP_WORDS[@]:1:COMP_CWORD-1}")
      else
        before=${line:0:${#line}-${#current}}
        read -r -a words <<< "$before"
        words=("${words[@]:1}")
      fi
      local typed=${current#[\'\"]}
      COMPREPLY=()
      answer=$("$1" ---complete "${words[@]}" "$typed" 2> /dev/null) || return
      local cut=''
      [[ $COMP_WORDBREAKS == *[=:]* ]] && cut=${typed%"${typed##*[=:]}"}
      while IFS=$'\t' read -r value note; do
        case $value in
          :files*)
            compopt -o filenames 2> /dev/null
            kind=${value#:files}
            while read -r value; do
              if [[ -d $value || -z $kind ]]; then COMPREPLY+=("$value"); continue; fi
              for extension in $kind; do
                [[ $value == *."$extension" ]] && COMPREPLY+=("$value")
              done
            done < <(compgen -f -- "$typed") ;;
          :folders)
            compopt -o filenames 2> /dev/null
            while read -r value; do COMPREPLY+=("$value"); done < <(compgen -d -- "$typed") ;;
          ?*) values+=("${value#"$cut"}"); notes+=("$note") ;;
        esac
      done <<< "$answer"
      local i width=0
      if [[ ${#values[@]} -gt 1 && ${#COMPREPLY[@]} -eq 0 && $COMP_TYPE != 37 ]]; then
        for value in "${values[@]}"; do ((${#value} > width)) && width=${#value}; done
        for i in "${!values[@]}"; do
          note=${notes[i]}
          [[ -n $note ]] && printf -v values[i] '%-*s  (%s)' "$width" "${values[i]}" "${note:0:60}"
        done
      fi
      COMPREPLY+=("${values[@]}")
      if [[ ${#values[@]} -eq 1 && ${values[0]} == *[=.,@:] ]]; then compopt -o nospace; fi
    } 2> /dev/null
    complete -F _digigov digigov

    """#

  private static let zshText = #"""
    #compdef digigov
    # zsh completion for digigov
    _digigov() {
      local line value note result=1
      local -a ended endednotes open opennotes kinds
      local -i width=0
      local before=(${(Q)words[2,CURRENT-1]})
      local answer
      answer=$(${(Q)words[1]} ---complete "${before[@]}" "${(Q)PREFIX}" 2> /dev/null)
      for line in ${(f)answer}; do
        value=${line%%$'\t'*}
        note=
        [[ $line == *$'\t'* ]] && note=${line#*$'\t'}
        case $value in
          :files*)
            kinds=(${=value#:files})
            if (( $#kinds )); then
              _files -g "*.(${(j:|:)kinds})(-.)" && result=0
            else
              _files && result=0
            fi ;;
          :folders) _files -/ && result=0 ;;
          # A word that goes on gets no blank behind it.
          *[=.,@:]) open+=("$value"); opennotes+=("$value${note:+  -- $note}") ;;
          ?*) ended+=("$value"); endednotes+=("$value${note:+  -- $note}") ;;
        esac
      done
      (( $#ended )) && compadd -l -d endednotes -a ended && result=0
      (( $#open )) && compadd -S '' -l -d opennotes -a open && result=0
      return result
    }
    if [ "$funcstack[1]" = _digigov ]; then
      _digigov "$@"
    else
      compdef _digigov digigov
    fi

    """#

  private static let fishText = #"""
    # fish completion for digigov
    function __digigov_complete
        set -l words (commandline -opc)
        set -l current (commandline -ct)
        for line in ($words[1] ---complete $words[2..-1] "$current" 2> /dev/null)
            set -l value (string split -m 1 \t -- $line)[1]
            switch $value
                case ':files*'
                    set -l kinds (string split -n ' ' -- (string replace ':files' '' -- $value))
                    for path in (__fish_complete_path $current)
                        set -l name (string split -m 1 \t -- $path)[1]
                        if not set -q kinds[1]; or string match -q '*/' -- $name
                            echo $path
                        else
                            for kind in $kinds
                                string match -q "*.$kind" -- $name; and echo $path
                            end
                        end
                    end
                case ':folders'
                    __fish_complete_directories $current ''
                case '*'
                    echo $line
            end
        end
    end
    complete -c digigov -e
    complete -c digigov -f -a '(__digigov_complete)'

    """#
}

extension CompletionScript {
  /// The answer to a shell's question; the words after ``question``.
  static func answer(_ words: [String]) -> String {
    Completion(after: Array(words.dropLast()), typed: words.last ?? "").text
  }

  /// The script that is asked for by `--generate-completion-script`, as the parser of commands names
  /// it; nil where nothing of the kind is.
  static func asked(_ words: [String]) throws(CommandFailure) -> String? {
    let option = "--generate-completion-script"
    guard let first = words.first, first == option || first.hasPrefix(option + "=") else {
      return nil
    }
    let name =
      first == option ? words.dropFirst().first ?? "" : String(first.dropFirst(option.count + 1))
    guard let script = CompletionScript(rawValue: name) else {
      throw CommandFailure(
        code: 2,
        message: "\(option) \(name): allowed "
          + CompletionScript.allCases.map(\.rawValue).joined(separator: " "))
    }
    return script.text
  }
}
