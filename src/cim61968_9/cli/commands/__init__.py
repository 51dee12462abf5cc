"""The subcommands, a module each; what they need of the library they import when they run."""
