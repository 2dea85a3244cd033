// Runs a command with our own terminal and waits until it has really ended, also when we are told
// to stop: the signal is passed on and the child decides when it is done. Finds the tools of the
// workspace by name.
import { spawn } from 'node:child_process'
import { delimiter, resolve } from 'node:path'

/** `stoppedBy` is the signal that ended the child, or that asked us to end it. */
export function runToEnd(command, args, env = process.env) {
  return new Promise((end, fail) => {
    const PATH = `${resolve('node_modules/.bin')}${delimiter}${env.PATH}`
    const child = spawn(command, args, {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...env, PATH },
    })
    let asked = null
    const pass = (name) => {
      asked = name
      // A terminal sends Ctrl-C to every process itself; a second one from us could cut the child's
      // goodbye short.
      if (name === 'SIGTERM' || !process.stdin.isTTY) child.kill(name)
    }
    process.on('SIGINT', pass).on('SIGTERM', pass)
    child.once('error', fail)
    child.once('exit', (status, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      end({ status: status ?? 1, stoppedBy: signal ?? asked })
    })
  })
}
