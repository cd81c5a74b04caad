// Why a change of the own password or second factor was refused, by the name of its words.

const faults: Record<string, string> = {
  INVALID_PASSWORD: 'wrongPassword',
  PASSWORD_TOO_SHORT: 'tooShort',
  PASSWORD_TOO_LONG: 'tooLong',
  PASSWORD_GUESSABLE: 'guessable',
  PASSWORD_UNCHANGED: 'unchanged',
  TOO_MANY_TRIES: 'tooMany',
}

export function accessFault({ code }: { code: string }): string {
  return faults[code] ?? 'lost'
}
