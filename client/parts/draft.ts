// What is being written, kept on this device at each keystroke; signing out takes it away.
export function keepDraft(name: string, value: object | string): void {
  try {
    localStorage.setItem(`draft:${name}`, JSON.stringify(value))
  } catch {
    // A full store must not stop anybody from writing.
  }
}

export function keptDraft<T>(name: string): T | null {
  const text = localStorage.getItem(`draft:${name}`)
  if (text === null) return null
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}

export function forgetDraft(name: string): void {
  localStorage.removeItem(`draft:${name}`)
}
