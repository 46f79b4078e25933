import GazetteCommands

GazetteProgram.main()
