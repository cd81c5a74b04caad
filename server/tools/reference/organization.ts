// Regions, departments and the routing table of a fresh database.
import type { Office, Stage } from '../../../schema/vocabulary.ts'
import type { Named } from './named.ts'

export const regions: Named[] = [
  { code: 'europe', en: 'Europe', ru: 'Европа', kk: 'Еуропа' },
  { code: 'eastAsia', en: 'East Asia', ru: 'Восточная Азия', kk: 'Шығыс Азия' },
  { code: 'iran', en: 'Iran', ru: 'Иран', kk: 'Иран' },
  { code: 'middleEast', en: 'Middle East', ru: 'Ближний Восток', kk: 'Таяу Шығыс' },
]

export const departments: (Named & { office: Office })[] = [
  { code: 'rollingMill', office: 'production', en: 'Rolling mill', ru: 'Прокатный цех', kk: 'Илемдеу цехы' },
  {
    code: 'coatingLine',
    office: 'production',
    en: 'Coating line',
    ru: 'Участок нанесения покрытий',
    kk: 'Жабын жағу бөлімшесі',
  },
  { code: 'laboratory', office: 'laboratory', en: 'Laboratory', ru: 'Лаборатория', kk: 'Зертхана' },
  { code: 'logistics', office: 'logistics', en: 'Logistics', ru: 'Логистика', kk: 'Логистика' },
  {
    code: 'orderManagement',
    office: 'orderManagement',
    en: 'Order management',
    ru: 'Управление заказами',
    kk: 'Тапсырыстарды басқару',
  },
  { code: 'finance', office: 'finance', en: 'Finance', ru: 'Финансовый отдел', kk: 'Қаржы бөлімі' },
]

interface Route {
  subject: string
  stage: Stage
  department: string
  /** Working days in which the department is to answer */
  days: number
}

/** What no rule names goes to the triage of the back office. */
export const routing: Route[] = [
  ...everywhere('surfaceQuality', ['rollingMill', 'logistics', 'rollingMill'], 3),
  ...everywhere('geometry', ['rollingMill', 'logistics', 'rollingMill'], 3),
  ...everywhere('coating', ['coatingLine', 'logistics', 'coatingLine'], 3),
  ...everywhere('chemistry', ['laboratory', 'laboratory', 'laboratory'], 4),
  ...everywhere('mechanicalProperties', ['laboratory', 'laboratory', 'laboratory'], 4),
  ...everywhere('packaging', ['rollingMill', 'logistics', 'logistics'], 3),
  { subject: 'fastening', stage: 'delivery', department: 'logistics', days: 2 },
  ...everywhere('mass', ['orderManagement', 'logistics', 'orderManagement'], 3),
  ...everywhere('documents', ['laboratory', 'orderManagement', 'orderManagement'], 2),
  { subject: 'deliveryDate', stage: 'production', department: 'orderManagement', days: 2 },
  { subject: 'deliveryDate', stage: 'delivery', department: 'logistics', days: 2 },
  { subject: 'invoice', stage: 'delivery', department: 'finance', days: 2 },
]

/** Departments for the stages production, delivery and processing, in this order. */
function everywhere(subject: string, [production, delivery, processing]: [string, string, string], days: number) {
  return [
    { subject, stage: 'production' as const, department: production, days },
    { subject, stage: 'delivery' as const, department: delivery, days },
    { subject, stage: 'processing' as const, department: processing, days },
  ]
}
