// An address with a secret in it, shown once: to be selected or copied.
import { useState } from 'react'

interface SecretAddressProps {
  address: string
  words: { once: string; address: string; copy: string; copied: string }
}

export function SecretAddress({ address, words }: SecretAddressProps) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => undefined,
    )
  }
  return (
    <div className="secret" role="status">
      <p className="s warn">{words.once}</p>
      <input
        className="input"
        readOnly
        dir="ltr"
        aria-label={words.address}
        value={address}
        onFocus={({ target }) => target.select()}
      />
      <button type="button" className="btn" onClick={() => void copy()}>
        {copied ? words.copied : words.copy}
      </button>
    </div>
  )
}
