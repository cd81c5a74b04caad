// Why a change of the own password or second factor was refused, by the name of its words.

const faults: Record<string, string> = {
  INVALID_PASSWORD: 'wrongPassword',
  PASSWORD_TOO_SHORT: 'tooShort',
  PASSWORD_TOO_LONG: 'tooLong',
  PASSWORD_GUESSABLE: 'guessable',
  PASSWORD_UNCHANGED: 'unchanged',
  TOO_MANY_TRIES: 'tooMany',
  ACCOUNT_TEMPORARILY_LOCKED: 'tooMany',
  INVALID_CODE: 'wrongCode',
  INVALID_BACKUP_CODE: 'wrongBackup',
  CODE_USED: 'usedCode',
  SIGN_IN_AGAIN: 'startAgain',
  INVALID_TWO_FACTOR_COOKIE: 'startAgain',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'startAgain',
}

export function accessFault({ code }: { code: string }): string {
  return faults[code] ?? 'lost'
}
