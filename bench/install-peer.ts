// Installs what only the comparison needs, once.
import { spawnSync } from 'node:child_process'
import { PEER, peerInstalled } from './servers/contestants.ts'

export function installPeer(tell: (message: string) => void): void {
  if (peerInstalled()) return
  tell('installing PostGraphile into bench/peer')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--prefix', PEER, '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0)
    throw new Error('PostGraphile could not be installed; `npm run bench -- --no-peer` does without it.')
}
