// Defects of flat and long steel.
import type { Named } from './named.ts'

export const defects: Named[] = [
  { code: 'wavyEdge', en: 'Wavy edge', ru: 'Волнистая кромка', kk: 'Толқынды жиек' },
  { code: 'edgeCrack', en: 'Edge crack', ru: 'Трещина на кромке', kk: 'Жиектегі жарық' },
  { code: 'scratch', en: 'Scratch', ru: 'Царапина', kk: 'Сызат' },
  { code: 'dent', en: 'Dent', ru: 'Вмятина', kk: 'Майысу' },
  { code: 'coatingPeel', en: 'Peeling coating', ru: 'Отслоение покрытия', kk: 'Жабынның қабыршақтануы' },
  { code: 'rust', en: 'Rust', ru: 'Ржавчина', kk: 'Тот' },
  { code: 'oilStain', en: 'Oil stain', ru: 'Масляное пятно', kk: 'Май дағы' },
  { code: 'thickness', en: 'Thickness out of tolerance', ru: 'Толщина вне допуска', kk: 'Қалыңдығы шектен тыс' },
  { code: 'width', en: 'Width out of tolerance', ru: 'Ширина вне допуска', kk: 'Ені шектен тыс' },
  { code: 'flatness', en: 'Flatness out of tolerance', ru: 'Неплоскостность вне допуска', kk: 'Жазықтығы шектен тыс' },
  { code: 'shape', en: 'Shape of the section', ru: 'Нарушение формы профиля', kk: 'Пішіннің бұзылуы' },
  { code: 'telescopedCoil', en: 'Telescoped coil', ru: 'Телескопичность рулона', kk: 'Орамның телескоптануы' },
  { code: 'inclusion', en: 'Inclusion', ru: 'Неметаллическое включение', kk: 'Бейметалл қосынды' },
  { code: 'lamination', en: 'Lamination', ru: 'Расслоение', kk: 'Қатпарлану' },
  { code: 'chemistry', en: 'Chemical composition', ru: 'Химический состав', kk: 'Химиялық құрамы' },
  { code: 'mechanical', en: 'Mechanical properties', ru: 'Механические свойства', kk: 'Механикалық қасиеттері' },
  { code: 'wrongLabel', en: 'Wrong label', ru: 'Неверная маркировка', kk: 'Қате таңбалау' },
  { code: 'shortMass', en: 'Short mass', ru: 'Недостача массы', kk: 'Салмақтың жетіспеуі' },
  { code: 'wrongDocuments', en: 'Wrong documents', ru: 'Ошибки в документах', kk: 'Құжаттардағы қателер' },
  { code: 'packagingDamage', en: 'Damaged packaging', ru: 'Повреждение упаковки', kk: 'Қаптаманың зақымдануы' },
  { code: 'transportDamage', en: 'Transport damage', ru: 'Повреждение при перевозке', kk: 'Тасымалдаудағы зақым' },
]
