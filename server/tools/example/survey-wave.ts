// Plans and opens the wave of the example over eight customers of the demo world, and enters what one of them says by telephone.
import type { Session } from './session.ts'
import { answersOf } from './survey-answers.ts'

export interface ExampleWave {
  id: string
  /** Invitations that go out by mail. */
  written: number
}

export async function inviteEight(lead: Session, print: (line: string) => void): Promise<ExampleWave> {
  const versionId = await publish(lead)
  print('A questionnaire of the works was made from its template and published in five languages')
  const day = 86_400_000
  const { id } = await lead.send<{ id: string }>(
    'planWave',
    {
      versionId,
      name: 'Example wave',
      kind: 'planned',
      sampleSize: 8,
      sampleSeed: 7,
      reminderDays: [3, 8],
      quietDays: 30,
      opensAt: new Date(Date.now() - day).toISOString(),
      closesAt: new Date(Date.now() + 30 * day).toISOString(),
    },
    '... on SurveyWave { id }',
  )
  const opened = await lead.send<{ invitations: { nodes: { channel: string; account: { name: string } }[] } }>(
    'openWave',
    { id, revision: 1 },
    '... on SurveyWave { invitations(first: 20) { nodes { channel account { name } } } }',
  )
  const { nodes } = opened.invitations
  print(`The wave is open, ${nodes.length} are invited: ${nodes.map(({ account }) => account.name).join(', ')}`)
  return { id, written: nodes.filter(({ channel }) => channel === 'email').length }
}

/** Somebody who has not answered yet tells it on the telephone, and is not content. */
export async function enterByTelephone(front: Session, waveId: string, print: (line: string) => void): Promise<void> {
  const { node } = await front.ask<{ node: { invitations: { nodes: { contact: { id: string; name: string } }[] } } }>(
    `query($id: ID!) { node(id: $id) { ... on SurveyWave {
      invitations(first: 1, state: sent) { nodes { contact { id name } } } } } }`,
    { id: waveId },
  )
  const [invitation] = node.invitations.nodes
  if (!invitation) throw new Error('Everybody has answered already')
  const { mark, likely, importance, comment, indicators } = answersOf('angry')
  await front.send(
    'enterResponse',
    {
      waveId,
      contactId: invitation.contact.id,
      language: 'en',
      answers: [
        ...indicators.map((item) => ({ item, number: mark, importance })),
        { item: 'recommendation', number: likely },
        { item: 'comment', text: comment },
      ],
    },
    '... on SurveyWave { id }',
  )
  print(`  ${invitation.contact.name} answered by telephone`)
}

async function publish(lead: Session): Promise<string> {
  const code = `example${Date.now().toString(36)}`
  const made = await lead.send<{ versions: { id: string; revision: number }[] }>(
    'createQuestionnaire',
    { code, instrument: 'steelWorks', name: { en: 'Satisfaction with the works' } },
    '... on Questionnaire { versions { id revision } }',
  )
  const [version] = made.versions
  if (!version) throw new Error('The questionnaire has no version')
  const { id: versionId, revision } = version
  await lead.send('publishQuestionnaireVersion', { versionId, revision }, '... on QuestionnaireVersion { id }')
  return versionId
}
