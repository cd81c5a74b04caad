// What the people of the demo world write to each other and to customers.

export const comments: { body: string; language: 'en' | 'ru' | 'kk' }[] = [
  { body: 'Called the customer: they can wait until Thursday.', language: 'en' },
  { body: 'Pictures are in the mail of this morning.', language: 'en' },
  { body: 'Same order as last spring, please compare.', language: 'en' },
  { body: 'The line was set up anew that night, see the shift log.', language: 'en' },
  { body: 'Уточнил у клиента: партия стоит на складе, не перерабатывают.', language: 'ru' },
  { body: 'Проверьте, пожалуйста, соседние рулоны этой плавки.', language: 'ru' },
  { body: 'Образцы приедут с машиной в среду.', language: 'ru' },
  { body: 'Клиентпен сөйлестім, жауапты күтіп отыр.', language: 'kk' },
]

export const questions = [
  'What do the records of the line say about this piece?',
  'Please measure the retained sample and compare with the certificate.',
  'Was anything unusual while it was loaded?',
  'Проверьте параметры линии за эту смену.',
  'Which other pieces of the heat were made in this shift?',
]

export const answers = [
  { text: 'The records show a change of rolls twenty minutes before.', cause: 'rollWear' },
  { text: 'Tension was uneven on the first 200 m.', cause: 'tension' },
  { text: 'Настройка линии не соответствовала карте.', cause: 'wrongSetting' },
  { text: 'Measured again: within the limits, but near them.', cause: 'notProven' },
  { text: 'Wet wagon, the cover was torn.', cause: 'moisture' },
  { text: 'The crane touched the second row while loading.', cause: 'handling' },
]

export const measures = ['Shorter interval of roll changes', 'Second look at loading', 'Новая инструкция для смены']

export const promises = [
  'Result of the measurement by telephone',
  'Pictures of the sister coils',
  'Date of the replacement delivery',
]

export const visits = [
  'See how the coil is decoiled',
  'Look at the slitting line together',
  'Посмотреть условия хранения на складе',
]

export const information = [
  ['Pictures of the label', 'How much is processed already'],
  ['Photographs with a scale', 'Where the material is stored'],
]

export const disputes = [
  'The allowance does not cover the standstill.',
  'Our own laboratory found otherwise.',
  'Клиент не согласен с долей брака.',
]

export const prevention = 'Standard and control plan changed; the sister lines have the same change.'
export const thanks = 'Thanks to the shift and the laboratory: found within a week.'
