// Causes of a claim: why it happened, why it was not found, what in the system let it happen.
import type { Named } from './named.ts'

const occurrenceCause: Named[] = [
  { code: 'rollWear', en: 'Worn rolls', ru: 'Износ валков', kk: 'Білікшелердің тозуы' },
  { code: 'wrongSetting', en: 'Wrong setting of the line', ru: 'Неверная настройка линии', kk: 'Желіні қате баптау' },
  { code: 'tension', en: 'Uneven tension', ru: 'Неравномерное натяжение', kk: 'Біркелкі емес керілу' },
  { code: 'bath', en: 'State of the coating bath', ru: 'Состояние ванны покрытия', kk: 'Жабын ваннасының күйі' },
  { code: 'steelmaking', en: 'Steelmaking and casting', ru: 'Выплавка и разливка', kk: 'Балқыту және құю' },
  { code: 'handling', en: 'Handling by crane or truck', ru: 'Обращение краном или погрузчиком', kk: 'Кранмен өңдеу' },
  { code: 'moisture', en: 'Moisture and condensation', ru: 'Влага и конденсат', kk: 'Ылғал мен конденсат' },
  { code: 'loading', en: 'Loading and fastening', ru: 'Погрузка и крепление', kk: 'Тиеу және бекіту' },
  { code: 'dataEntry', en: 'Wrong entry of data', ru: 'Ошибка ввода данных', kk: 'Деректерді қате енгізу' },
  { code: 'notProven', en: 'Not proven', ru: 'Не подтверждено', kk: 'Расталмады' },
]

const escapeCause: Named[] = [
  { code: 'notInspected', en: 'Not inspected', ru: 'Контроль не проводился', kk: 'Бақылау жүргізілмеді' },
  { code: 'sampling', en: 'Sample did not show it', ru: 'Проба не выявила', kk: 'Сынама көрсетпеді' },
  { code: 'gauge', en: 'Gauge out of calibration', ru: 'Прибор не калиброван', kk: 'Аспап калибрленбеген' },
  { code: 'visualOnly', en: 'Looked at by eye only', ru: 'Только визуальный контроль', kk: 'Тек көзбен бақылау' },
  { code: 'alarmIgnored', en: 'Alarm was passed over', ru: 'Сигнал не учтён', kk: 'Сигнал ескерілмеді' },
  {
    code: 'afterRelease',
    en: 'Arose after release',
    ru: 'Возникло после выпуска',
    kk: 'Шығарылғаннан кейін пайда болды',
  },
  { code: 'limitTooWide', en: 'Internal limit too wide', ru: 'Внутренний допуск широк', kk: 'Ішкі шек тым кең' },
  {
    code: 'documentsUnchecked',
    en: 'Documents not checked',
    ru: 'Документы не проверены',
    kk: 'Құжаттар тексерілмеді',
  },
]

const systemCause: Named[] = [
  { code: 'noStandard', en: 'No standard for it', ru: 'Нет стандарта', kk: 'Стандарт жоқ' },
  { code: 'standardNotKept', en: 'Standard was not kept', ru: 'Стандарт не соблюдён', kk: 'Стандарт сақталмады' },
  { code: 'training', en: 'Training', ru: 'Обучение', kk: 'Оқыту' },
  { code: 'maintenance', en: 'Maintenance plan', ru: 'План обслуживания', kk: 'Қызмет көрсету жоспары' },
  {
    code: 'planning',
    en: 'Planning and pressure of time',
    ru: 'Планирование и спешка',
    kk: 'Жоспарлау және асығыстық',
  },
  { code: 'supplier', en: 'Supplier or carrier', ru: 'Поставщик или перевозчик', kk: 'Жеткізуші немесе тасымалдаушы' },
  { code: 'orderReview', en: 'Review of the order', ru: 'Анализ заказа', kk: 'Тапсырысты талдау' },
  { code: 'handover', en: 'Handover between departments', ru: 'Передача между цехами', kk: 'Цехтар арасындағы беру' },
  { code: 'none', en: 'None found', ru: 'Не выявлено', kk: 'Анықталмады' },
]

export const causes = { occurrenceCause, escapeCause, systemCause }
