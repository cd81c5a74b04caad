// Every table of the database by its name; held equal to the migrated database by a contract test.

import type {
  AccountClassRow,
  AccountCompetenceRow,
  CoreCompetenceRow,
  LoyaltyMoveRow,
  SegmentCharacteristicRow,
  SegmentRow,
  ShortageNoticeRow,
  ShortageWarningRow,
} from './database-account-judgement.ts'
import type { AccountRow, ContactRow, RegionRow, RoleGrantRow } from './database-accounts.ts'
import type {
  AssessmentRow,
  FollowUpRuleRow,
  GratitudeCallRow,
  GratitudeCampaignRow,
  ImprovementThemeRow,
  SurveyFollowUpRow,
  ThemeSourceRow,
} from './database-acting.ts'
import type { AttachmentRow, UploadRow } from './database-attachments.ts'
import type {
  CaseLinkRow,
  CaseSearchRow,
  CommentMentionRow,
  CommentRow,
  CustomerLinkRow,
  DeadlineRow,
  HistoryRow,
  LetterRow,
  NotificationChoiceRow,
  NotificationRow,
  PromiseRow,
  ServiceCaseRow,
  TaskRow,
  WatcherRow,
} from './database-cases.ts'
import type {
  ApprovalRow,
  ClaimItemRow,
  ClaimRow,
  ContainmentRow,
  ImprovementActionRow,
  ImprovementRow,
  ProposalRow,
  ResponsibleShareRow,
  SettlementLineRow,
} from './database-claims.ts'
import type {
  AccountOfferRow,
  AccountPlanRow,
  AccountProfileRow,
  AccountPromiseRow,
  AccountTermsRow,
  ContactEntryRow,
  HiddenLossRow,
  KeyPlanRow,
  ObligationRow,
  ProductNeedRow,
  ReferralRow,
  UniqueNeedRow,
} from './database-key-accounts.ts'
import type { FirstViewRow, ListExportRow, SavedViewRow } from './database-lists.ts'
import type { MailMessageRow } from './database-mail.ts'
import type {
  CertificateHeatRow,
  CertificateRow,
  CertificateValueRow,
  CustomerOrderRow,
  HeatRow,
  PieceRow,
  ProductCostRow,
  ProductRow,
  ShipmentRow,
} from './database-materials.ts'
import type {
  AbsenceRow,
  ApprovalBandRow,
  CalendarDayRow,
  CalendarRow,
  CalendarWindowRow,
  CatalogueEntryRow,
  CredentialRow,
  DeadlinePolicyRow,
  DepartmentRow,
  DraftRow,
  ExchangeRateRow,
  IdempotencyKeyRow,
  PersonPositionRow,
  PersonRow,
  RoutingRuleRow,
  SecondFactorCodeRow,
  SecondFactorRow,
  SessionRow,
  SignInAttemptRow,
  SignInChangeRow,
  VerificationRow,
} from './database-organization.ts'
import type {
  DriverRollupRow,
  LevelRollupRow,
  MarketVolumeRow,
  OptionRollupRow,
  RespondentRollupRow,
  SatisfactionRollupRow,
} from './database-rollups.ts'
import type {
  QuestionnaireRow,
  QuestionnaireVersionRow,
  SurveyAnswerRow,
  SurveyImportRow,
  SurveyInvitationRow,
  SurveyItemRow,
  SurveyOptOutRow,
  SurveyResponseRow,
  SurveySectionRow,
  SurveyWaveRow,
} from './database-satisfaction.ts'

import type {
  CompetitorProductRow,
  CompetitorValueRow,
  RecommendationRow,
  TrialBatchRow,
  TrialCardChangeRow,
  TrialCostLimitRow,
  TrialHeatRow,
  TrialMeasurementRow,
  TrialPieceRow,
  TrialProcessingRow,
  TrialRequirementRow,
  TrialStageRow,
} from './database-trials.ts'
import type {
  CalendarFeedRow,
  VisitAttendanceRow,
  VisitBlockRow,
  VisitCadenceRow,
  VisitCheckRow,
  VisitDossierRow,
  VisitFindingRow,
  VisitOutcomeRow,
  VisitRow,
} from './database-visits.ts'

export interface Database {
  department: DepartmentRow
  person: PersonRow
  session: SessionRow
  credential: CredentialRow
  verification: VerificationRow
  sign_in_attempt: SignInAttemptRow
  person_position: PersonPositionRow
  absence: AbsenceRow
  calendar: CalendarRow
  calendar_window: CalendarWindowRow
  calendar_day: CalendarDayRow
  deadline_policy: DeadlinePolicyRow
  approval_band: ApprovalBandRow
  exchange_rate: ExchangeRateRow
  catalogue_entry: CatalogueEntryRow
  routing_rule: RoutingRuleRow
  draft: DraftRow
  idempotency_key: IdempotencyKeyRow
  region: RegionRow
  account: AccountRow
  contact: ContactRow
  role_grant: RoleGrantRow
  sign_in_change: SignInChangeRow
  second_factor: SecondFactorRow
  second_factor_code: SecondFactorCodeRow
  product: ProductRow
  product_cost: ProductCostRow
  customer_order: CustomerOrderRow
  shipment: ShipmentRow
  heat: HeatRow
  piece: PieceRow
  certificate: CertificateRow
  certificate_heat: CertificateHeatRow
  certificate_value: CertificateValueRow
  service_case: ServiceCaseRow
  task: TaskRow
  history: HistoryRow
  comment: CommentRow
  comment_mention: CommentMentionRow
  promise: PromiseRow
  watcher: WatcherRow
  case_link: CaseLinkRow
  deadline: DeadlineRow
  notification: NotificationRow
  notification_choice: NotificationChoiceRow
  letter: LetterRow
  customer_link: CustomerLinkRow
  case_search: CaseSearchRow
  upload: UploadRow
  attachment: AttachmentRow
  claim: ClaimRow
  claim_item: ClaimItemRow
  containment: ContainmentRow
  responsible_share: ResponsibleShareRow
  proposal: ProposalRow
  settlement_line: SettlementLineRow
  approval: ApprovalRow
  improvement: ImprovementRow
  improvement_action: ImprovementActionRow
  questionnaire: QuestionnaireRow
  questionnaire_version: QuestionnaireVersionRow
  survey_section: SurveySectionRow
  survey_item: SurveyItemRow
  survey_wave: SurveyWaveRow
  survey_invitation: SurveyInvitationRow
  survey_opt_out: SurveyOptOutRow
  survey_response: SurveyResponseRow
  survey_import: SurveyImportRow
  survey_answer: SurveyAnswerRow
  satisfaction_rollup: SatisfactionRollupRow
  respondent_rollup: RespondentRollupRow
  driver_rollup: DriverRollupRow
  level_rollup: LevelRollupRow
  market_volume: MarketVolumeRow
  mail_message: MailMessageRow
  option_rollup: OptionRollupRow
  follow_up_rule: FollowUpRuleRow
  survey_follow_up: SurveyFollowUpRow
  improvement_theme: ImprovementThemeRow
  theme_source: ThemeSourceRow
  assessment: AssessmentRow
  gratitude_campaign: GratitudeCampaignRow
  gratitude_call: GratitudeCallRow
  competitor_product: CompetitorProductRow
  trial_batch: TrialBatchRow
  trial_requirement: TrialRequirementRow
  trial_heat: TrialHeatRow
  trial_piece: TrialPieceRow
  trial_card_change: TrialCardChangeRow
  trial_measurement: TrialMeasurementRow
  trial_stage: TrialStageRow
  trial_processing: TrialProcessingRow
  trial_cost_limit: TrialCostLimitRow
  competitor_value: CompetitorValueRow
  recommendation: RecommendationRow
  saved_view: SavedViewRow
  first_view: FirstViewRow
  list_export: ListExportRow
  account_class: AccountClassRow
  account_competence: AccountCompetenceRow
  account_offer: AccountOfferRow
  account_plan: AccountPlanRow
  account_profile: AccountProfileRow
  account_promise: AccountPromiseRow
  account_terms: AccountTermsRow
  contact_entry: ContactEntryRow
  core_competence: CoreCompetenceRow
  hidden_loss: HiddenLossRow
  key_plan: KeyPlanRow
  loyalty_move: LoyaltyMoveRow
  obligation: ObligationRow
  product_need: ProductNeedRow
  referral: ReferralRow
  segment_characteristic: SegmentCharacteristicRow
  segment: SegmentRow
  shortage_notice: ShortageNoticeRow
  shortage_warning: ShortageWarningRow
  unique_need: UniqueNeedRow
  visit: VisitRow
  visit_attendance: VisitAttendanceRow
  visit_block: VisitBlockRow
  visit_finding: VisitFindingRow
  visit_outcome: VisitOutcomeRow
  visit_dossier: VisitDossierRow
  visit_check: VisitCheckRow
  visit_cadence: VisitCadenceRow
  calendar_feed: CalendarFeedRow
}
