// The shape in which one notification is handed on.
import type { NotificationsData } from '../generated/notifications.ts'

export type NotificationView = NonNullable<NotificationsData['me']['notifications']>['nodes'][number]
