// Kazakh texts of what an event of a visit can lack.
import type { visitMissingTexts as en } from '../../workflows/missing-texts-visit.ts'

export const visitMissingTexts: Record<keyof typeof en, string> = {
  visitReason: 'Сапар не үшін керек',
  wishedBackwards: 'Қалаған күндер басталмай тұрып аяқталады',
  engineer: 'Инженер',
  keyVisitsWait: 'Негізгі тұтынушыларға сапарлар күтуде: {visits}. Олардың кейінге қалу себебі',
  visitStart: 'Сапар қашан басталады',
  visitStartPassed: 'Ұсынылған уақыт өтіп кетті',
  visitEnd: 'Сапар қашан аяқталады',
  visitEndsBefore: 'Сапар басталмай тұрып аяқталады',
  visitPlace: 'Сапар қайда өтеді',
  personBusy: '{person}: бұл уақытта {visit} сапарында',
  host: 'Қабылдаушы',
  room: 'Бөлме',
  blockEmpty: '{number}-бөлім бос: {visitBlock}',
  findingText: '{number}-қорытындының мәтіні',
  finding: 'Қай қорытынды',
  findingUnknown: 'Сапарда мұндай қорытынды жоқ',
  findingConfirmation: 'Тұтынушы растаған күн немесе жетекшінің растау болмау себебі',
  confirmedInFuture: 'Растау күні болашақта тұр',
  findingOpen: '{number}-қорытынды: растау немесе себеп',
  whose: 'Кімнің себебінен',
}
