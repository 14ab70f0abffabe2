#!/usr/bin/env node
import { createTerminal } from "./create-terminal.ts";
import { runCli } from "./run-cli.ts";

process.exitCode = await runCli(process.argv.slice(2), createTerminal(process));
