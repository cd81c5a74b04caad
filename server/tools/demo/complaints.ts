// What customers of the demo world say happened, as it was logged and in their own words; `#` stands for the piece.

interface Complaint {
  subject: string
  en: string
  ru: string
}

const complaints: Record<string, Complaint> = {
  wavyEdge: {
    subject: 'geometry',
    en: 'Wavy edge on # along the whole length, the slitting line has to stop',
    ru: 'Волнистая кромка на # по всей длине, линия продольной резки останавливается',
  },
  edgeCrack: { subject: 'surfaceQuality', en: 'Cracks on the edge of #', ru: 'Трещины на кромке #' },
  scratch: { subject: 'surfaceQuality', en: 'Deep scratches on the upper side of #', ru: 'Глубокие царапины на #' },
  dent: { subject: 'surfaceQuality', en: 'Dents every two metres on #', ru: 'Вмятины через каждые два метра на #' },
  coatingPeel: { subject: 'coating', en: 'Coating of # peels off when bent', ru: 'Покрытие # отслаивается при изгибе' },
  rust: { subject: 'packaging', en: 'White rust under the wrapping of #', ru: 'Белая ржавчина под упаковкой #' },
  oilStain: { subject: 'surfaceQuality', en: 'Oil stains on #, paint does not hold', ru: 'Масляные пятна на #' },
  thickness: { subject: 'geometry', en: 'Thickness of # is above the tolerance', ru: 'Толщина # выше допуска' },
  width: { subject: 'geometry', en: '# is 4 mm too narrow', ru: '# уже на 4 мм' },
  flatness: { subject: 'geometry', en: '# is not flat, 11 mm per metre', ru: 'Неплоскостность # 11 мм на метр' },
  shape: { subject: 'geometry', en: 'Section # is twisted', ru: 'Профиль # скручен' },
  telescopedCoil: { subject: 'packaging', en: 'Coil # arrived telescoped', ru: 'Рулон # пришёл с телескопичностью' },
  inclusion: { subject: 'chemistry', en: 'Inclusions found in #', ru: 'В # найдены включения' },
  lamination: { subject: 'mechanicalProperties', en: '# splits when cut', ru: '# расслаивается при резке' },
  chemistry: { subject: 'chemistry', en: 'Carbon of # above the certificate', ru: 'Углерод # выше сертификата' },
  mechanical: {
    subject: 'mechanicalProperties',
    en: 'Yield strength of # below the order',
    ru: 'Предел текучести # ниже заказа',
  },
  wrongLabel: { subject: 'documents', en: 'Label of # does not fit the coil', ru: 'Бирка # не соответствует' },
  shortMass: { subject: 'mass', en: '# weighs less than invoiced', ru: 'Масса # меньше, чем в счёте' },
  wrongDocuments: {
    subject: 'documents',
    en: 'Certificate of # names another heat',
    ru: 'В сертификате # другая плавка',
  },
  packagingDamage: { subject: 'packaging', en: 'Packaging of # torn', ru: 'Упаковка # порвана' },
  transportDamage: { subject: 'fastening', en: '# shifted on the wagon', ru: '# сместился в вагоне' },
}

const general: Record<string, string> = {
  de: 'Mangel an # festgestellt, bitte um Prüfung',
  zh: '# 存在质量缺陷，请尽快检验',
  ko: '# 제품에서 결함이 발견되었습니다',
  fa: 'در # عیبی دیده شده است، لطفاً بررسی کنید',
  ar: 'وُجد عيب في # ونرجو الفحص',
}

/** What happened in a line of English or Russian, under it the customer's own words where they were another language. */
export function complaintOf(defect: string, piece: string, language: string): string {
  const complaint = complaints[defect]
  const line = (language === 'ru' && complaint?.ru) || (complaint?.en ?? 'Something is wrong with #')
  const own = general[language]
  return (own ? `${line}\n${own}` : line).replaceAll('#', piece)
}

export function subjectOf(defect: string): string {
  return complaints[defect]?.subject ?? 'other'
}
