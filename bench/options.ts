// What is measured, and how long: all of it, or a quick look.
export interface Options {
  claims: number
  /** Single answers of the wave whose overview is measured. */
  answers: number
  /** Only how the overview grows with the answers. */
  answersGrow: boolean
  /** The largest wave of it. */
  mostAnswers: number
  /** Sizes between which growth is measured; null leaves it out. */
  growth: { from: number; to: number } | null
  clients: number
  rounds: number
  /** Of one contestant in one round. */
  ms: number
  peer: boolean
  /** Operations of the table that are measured. */
  only: readonly string[]
}

/** `--quick`, or `overview` alone; single figures by `--claims=…`, `--answers=…`, `--most=…`, `--grown=…`, `--rounds=…`, `--ms=…`; parts by `--no-peer`, `--no-growth`, `--only=detail,queue`. */
export function readOptions(args: readonly string[]): Options {
  const quick = args.includes('--quick')
  const figure = (name: string, other: number) => {
    const given = args.find((arg) => arg.startsWith(`--${name}=`))
    return given ? Number(given.slice(name.length + 3)) : other
  }
  return {
    claims: figure('claims', quick ? 10_000 : 200_000),
    answers: figure('answers', 1_000_000),
    answersGrow: args.includes('overview'),
    mostAnswers: figure('most', 10_000_000),
    growth: quick || args.includes('--no-growth') ? null : { from: 10_000, to: figure('grown', 1_000_000) },
    clients: 32,
    rounds: figure('rounds', 5),
    ms: figure('ms', quick ? 1_200 : 4_000),
    peer: !args.includes('--no-peer'),
    only: (args.find((arg) => arg.startsWith('--only='))?.slice(7) ?? 'detail,queue,search,overview,event').split(','),
  }
}
