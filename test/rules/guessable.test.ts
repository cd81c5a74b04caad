// Long passwords that everybody tries first are refused; long ones of one's own are not, whatever signs they are made of.
import { describe, expect, it } from 'vitest'
import { isGuessable } from '../../server/core/guessable.ts'

describe('a password', () => {
  it.each([
    'passwordpassword',
    'Password123456!',
    'P@ssw0rd-2026-P@ssw0rd',
    'aaaaaaaaaaaaaa',
    'abababababab',
    'qwertyuiop12345',
    'qwertzuiop[123',
    'йцукенгшщзхъ',
    '098765432109876',
    'welcome to the works 2026'.replace('to the ', ''),
    'customer-service-group',
    'administrator1',
  ])('%s is guessable', (password) => {
    expect(isGuessable(password)).toBe(true)
  })

  it.each([
    'a long enough password',
    'demo-world-only-1',
    'correct horse battery staple',
    'тёплый вечер у реки',
    'көктемгі жаңбыр',
    '四面楚歌春眠不覚暁処処聞',
    'xK9#mQ2$vL5nRw',
  ])('%s is one’s own', (password) => {
    expect(isGuessable(password)).toBe(false)
  })
})
