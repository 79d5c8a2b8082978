import ArgumentParser
import Commands

Digigov.main()
