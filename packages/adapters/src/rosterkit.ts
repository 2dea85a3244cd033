#!/usr/bin/env node
import { runCommand } from './cli/command.js'

process.exitCode = await runCommand(
  process.argv.slice(2),
  (line) => console.log(line),
  (line) => console.error(line),
)
