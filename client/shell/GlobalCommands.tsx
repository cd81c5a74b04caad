// What can be done from every page: go to another one, log a claim, look at the notifications and the shortcuts.
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCommands } from './commands.ts'
import { useMe } from './me.ts'
import { placesOf } from './places.ts'
import type { OpenSheet } from './sheets.ts'

export function GlobalCommands({ open }: { open: OpenSheet }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const me = useMe()
  const page = t('together.page')
  useCommands([
    ...placesOf(me)
      .flat()
      .map(({ to, label }) => ({ id: to, label: t(label), hint: page, ready: true, run: () => void navigate({ to }) })),
    ...(me.actions.includes('claim.register')
      ? [{ id: '/log', label: t('nav.logClaim'), hint: page, ready: true, run: () => void navigate({ to: '/log' }) }]
      : []),
    ...(me.actions.includes('visit.request')
      ? [
          {
            id: '/visits?ask',
            label: t('common.requestVisit'),
            hint: t('nav.visits'),
            ready: true,
            run: () => void navigate({ to: '/visits', search: { ask: true } }),
          },
        ]
      : []),
    {
      id: 'notifications',
      label: t('together.notifications'),
      hint: 'N',
      ready: true,
      run: () => open('notifications'),
    },
    { id: 'shortcuts', label: t('together.shortcuts'), hint: '?', ready: true, run: () => open('shortcuts') },
  ])
  return null
}
