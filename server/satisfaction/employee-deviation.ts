// Whose marks differ from the colleagues' (SAT-10): a signal for a talk, shown to few.

export interface EmployeeMarks {
  employee: string
  n: number
  /** Of the marks on the scale 1 to 10. */
  mean: number
}

export interface EmployeeDeviation extends EmployeeMarks {
  /** Own mean less the plain mean of the colleagues' means; null without colleagues. */
  deviation: number | null
  /** The deviation is below −1.5 and rests on at least five answers (defaults of the product, not of the documents). */
  flagged: boolean
}

export function employeeDeviations(
  marks: readonly EmployeeMarks[],
  { below = -1.5, atLeast = 5 } = {},
): EmployeeDeviation[] {
  return marks.map((own) => {
    const others = marks.filter(({ employee }) => employee !== own.employee)
    const colleagues = others.reduce((sum, { mean }) => sum + mean, 0) / others.length
    const deviation = others.length === 0 ? null : own.mean - colleagues
    return { ...own, deviation, flagged: deviation !== null && deviation < below && own.n >= atLeast }
  })
}
