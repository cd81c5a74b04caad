// The sixty customers of the demo world with their contacts; none of them could exist.
import type { Kysely } from 'kysely'
import type { Database } from '../../../schema/database.ts'
import type { DemoPersonKey } from './people.ts'
import type { Random } from './random.ts'

interface Place {
  region: string
  country: string
  language: string
  timeZone: string
  currency: string
}

const places: Record<'europe' | 'eastAsia' | 'iran' | 'middleEast', Place[]> = {
  europe: [
    place('europe', 'DE', 'de', 'Europe/Berlin', 'EUR'),
    place('europe', 'PL', 'en', 'Europe/Warsaw', 'EUR'),
    place('europe', 'IT', 'en', 'Europe/Rome', 'EUR'),
    place('europe', 'MD', 'ru', 'Europe/Chisinau', 'USD'),
  ],
  eastAsia: [
    place('eastAsia', 'CN', 'zh', 'Asia/Shanghai', 'CNY'),
    place('eastAsia', 'KR', 'ko', 'Asia/Seoul', 'KRW'),
    place('eastAsia', 'MN', 'ru', 'Asia/Ulaanbaatar', 'USD'),
  ],
  iran: [place('iran', 'IR', 'fa', 'Asia/Tehran', 'EUR'), place('iran', 'IR', 'fa', 'Asia/Tehran', 'IRR')],
  middleEast: [
    place('middleEast', 'AE', 'ar', 'Asia/Dubai', 'AED'),
    place('middleEast', 'JO', 'ar', 'Asia/Amman', 'USD'),
    place('middleEast', 'OM', 'en', 'Asia/Muscat', 'USD'),
  ],
}

/** Accounts and, first of them, key accounts per region. */
const shares = [
  { region: 'europe', accounts: 18, key: 4, manager: 'keyManager' },
  { region: 'eastAsia', accounts: 16, key: 3, manager: 'keyManager' },
  { region: 'iran', accounts: 12, key: 1, manager: 'engineerSouth' },
  { region: 'middleEast', accounts: 14, key: 1, manager: 'engineerSouth' },
] as const satisfies { region: keyof typeof places; accounts: number; key: number; manager: DemoPersonKey }[]

const adjectives = ['Polka-Dot', 'Sleepwalking', 'Marzipan', 'Upside-Down', 'Whispering', 'Cardboard', 'Left-Handed']
const animals = ['Walrus', 'Hedgehog', 'Heron', 'Otter', 'Tortoise', 'Penguin', 'Yak', 'Gecko', 'Pelican']
const trades = {
  endUser: ['Radiators', 'Pipes', 'Roofing', 'Ovens', 'Barrels', 'Bridges', 'Fences', 'Lorries'],
  wholesaler: ['Steel Trading', 'Metal Stock', 'Coil Centre'],
}
const firstNames = ['Otto', 'Mina', 'Reza', 'Jun', 'Layla', 'Piotr', 'Soo', 'Vera', 'Omar', 'Bat', 'Lotte', 'Nur']
const lastNames = ['Sample', 'Specimen', 'Exemplar', 'Placeholder', 'Template', 'Mockup']
const titles = ['Head of purchasing', 'Quality manager', 'Plant manager', 'Technologist']

/** Inserts accounts and contacts. */
export async function insertAccounts(
  trx: Kysely<Database>,
  people: ReadonlyMap<DemoPersonKey, string>,
  random: Random,
): Promise<void> {
  const regions = await trx.selectFrom('region').select(['id', 'code']).execute()
  const regionId = new Map(regions.map(({ id, code }) => [code, id]))
  const planned = shares.flatMap(({ region, accounts, key, manager }) =>
    Array.from({ length: accounts }, (_, index) => ({ where: places[region], keyed: index < key, index, manager })),
  )
  const rows = planned.map(({ where, keyed, index, manager }, serial) => {
    const { region, ...local } = where[index % where.length] ?? where[0] ?? never()
    const consumerType = random.chance(0.65) ? ('endUser' as const) : ('wholesaler' as const)
    return {
      number: `A-${1001 + serial}`,
      name: companyName(serial, consumerType),
      region_id: regionId.get(region) ?? never(),
      consumer_type: consumerType,
      key: keyed,
      critical: keyed && index === 0,
      manager_id: keyed ? (people.get(manager) ?? null) : null,
      country: local.country,
      language: local.language,
      time_zone: local.timeZone,
      currency: local.currency,
      replacement_days: random.chance(0.3) ? random.pick([20, 30, 60]) : null,
      silence_accepts: random.chance(0.15),
      special_policy: random.chance(0.1) ? random.pick(specialPolicies) : null,
      contract_number: `K-${random.whole(100, 999)}/${random.whole(22, 26)}`,
    }
  })
  const accounts = await trx.insertInto('account').values(rows).returning(['id', 'language', 'number']).execute()
  const contacts = accounts.flatMap(({ id, language, number }) =>
    Array.from({ length: random.whole(1, 3) }, (_, index) => ({
      account_id: id,
      name: `${random.pick(firstNames)} ${random.pick(lastNames)}`,
      job_title: random.pick(titles),
      email: `contact${index + 1}@${number.toLowerCase()}.example`,
      phone: `+00 000 ${random.whole(1000, 9999)}`,
      language: index === 0 ? language : 'en',
    })),
  )
  await trx.insertInto('contact').values(contacts).execute()
}

const specialPolicies = [
  'Every call is answered within two hours, whatever the hour.',
  'Samples are always taken together with an independent surveyor.',
  'Letters go out only after the key-customer manager has read them.',
]

function companyName(serial: number, type: keyof typeof trades): string {
  const adjective = adjectives[serial % adjectives.length]
  const animal = animals[serial % animals.length]
  return `${adjective} ${animal} ${trades[type][serial % trades[type].length]}`
}

function place(region: string, country: string, language: string, timeZone: string, currency: string): Place {
  return { region, country, language, timeZone, currency }
}

function never(): never {
  throw new Error('The regions of the reference data are missing')
}
