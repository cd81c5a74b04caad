// What an invitation would say, before anybody gets one.
import { type SurveyMailText, surveyMailText } from '../core/labels/survey-mail-text.ts'
import { builder } from '../graphql/builder.ts'
import { Language } from '../graphql/words.ts'

const InvitationLetter = builder.objectRef<SurveyMailText>('InvitationLetter').implement({
  description: 'The words of an invitation to answer a questionnaire.',
  policy: 'internal',
  fields: (t) => ({
    language: t.exposeString('language', {
      description: 'In which the words are; English where there are none of the language asked for.',
    }),
    subject: t.exposeString('subject', { description: 'Subject.' }),
    body: t.exposeString('body', { description: 'Text, in paragraphs.' }),
    button: t.exposeString('button', { description: 'Words of the link.' }),
    closing: t.exposeString('closing', { description: 'Below the link.' }),
    stop: t.exposeString('stop', { description: 'Words of the link that ends all asking.' }),
  }),
})

builder.queryField('invitationLetter', (t) =>
  t.field({
    type: InvitationLetter,
    nullable: true,
    policy: 'internal',
    description: 'An invitation as a contact of this name would get it.',
    args: {
      language: t.arg({ type: Language, required: true, description: 'Language of the contact.' }),
      name: t.arg.string({ required: true, description: 'Name of the contact.' }),
      until: t.arg({ type: 'DateTime', required: true, description: 'When the last answer is taken.' }),
      afterContact: t.arg.boolean({ description: 'Whether it asks about a case that was closed.' }),
    },
    resolve: (_root, { language, name, until, afterContact }, { viewer }) =>
      surveyMailText(language, {
        name: name.slice(0, 200),
        number: 'C-0000-000000',
        until: new Date(until),
        timeZone: viewer.timeZone,
        about: afterContact ? 'case' : 'general',
        again: false,
      }),
  }),
)
