#!/usr/bin/env node
import { createTerminal } from "./create-terminal.ts";
import { runCli } from "./run-cli.ts";
import { stopOnSignals } from "./stop-on-signals.ts";

stopOnSignals();
process.exitCode = await runCli(process.argv.slice(2), createTerminal(process));
