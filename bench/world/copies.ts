// Copies the templates' rows for the claims that are planned: states and snapshots stay as the engine left them, keys and times move.

const past = (column: string) => `${column} + clone.shift`

/** Cases with what stands beside them. */
export const copyCases: readonly string[] = [
  `insert into service_case (id, number, kind, account_id, region_id, owner_id, title, language, severity, state, waiting, improvement, open,
     chart_version, snapshot, revision, due_at, opened_at, closed_at, changed_at)
   select clone.id, clone.number, t.kind, clone.account_id, clone.region_id, t.owner_id, left(t.title || ' ' || clone.words, 300), t.language, t.severity,
     t.state, t.waiting, t.improvement, t.open, t.chart_version, t.snapshot, t.revision, clone.due_at, ${past('t.opened_at')}, ${past('t.closed_at')},
     ${past('t.changed_at')}
   from bench.clone join service_case as t on t.id = clone.template order by clone.id`,
  `insert into claim (case_id, received_at, channel, what_happened, stage, remedy_sought, contact_id, analyst_id, promised_answer_at, repeat,
     occurrence_cause, escape_cause, system_cause, quality_layer, chain_stage, our_fault, apology_sent, dispute_round, reopened_count)
   select clone.id, ${past('t.received_at')}, t.channel, t.what_happened || ' ' || clone.words, t.stage, t.remedy_sought,
     contact.id, t.analyst_id, ${past('t.promised_answer_at')},
     t.repeat, t.occurrence_cause, t.escape_cause, t.system_cause, t.quality_layer, t.chain_stage, t.our_fault, t.apology_sent, t.dispute_round, t.reopened_count
   from bench.clone join claim as t on t.case_id = clone.template
   left join (select distinct on (account_id) account_id, id from contact order by account_id, id) as contact on contact.account_id = clone.account_id
   order by clone.id`,
  `insert into claim_item (case_id, origin_case_id, position, piece_id, unidentified_reason, defect, claimed_mass, inspected_mass, accepted_mass, note)
   select clone.id, clone.id, t.position, piece.id, null, t.defect, t.claimed_mass, t.inspected_mass, t.accepted_mass, t.note
   from bench.clone join claim_item as t on t.case_id = clone.template
   join bench.piece as piece on piece.at = 1 + (clone.piece_at + t.position) % (select max(at) from bench.piece) order by clone.id`,
  `insert into improvement (case_id, owner_id, due_at, team, description, containment, occurrence_evidence, escape_evidence, before_count, after_count,
     prevention, thanks, not_effective_count)
   select clone.id, t.owner_id, ${past('t.due_at')}, t.team, t.description, t.containment, t.occurrence_evidence, t.escape_evidence, t.before_count, t.after_count,
     t.prevention, t.thanks, t.not_effective_count
   from bench.clone join improvement as t on t.case_id = clone.template`,
  `insert into improvement_action (case_id, position, description, owner_id, due_on, implemented_on, evidence)
   select clone.id, t.position, t.description, t.owner_id, t.due_on, t.implemented_on, t.evidence
   from bench.clone join improvement_action as t on t.case_id = clone.template`,
  `insert into proposal (id, case_id, account_id, number, hash, state, refusal, ground, amount_usd, total_usd, route, proposed_by, proposed_at)
   select made.id, clone.id, clone.account_id, t.number, t.hash, t.state, t.refusal, t.ground, t.amount_usd, t.total_usd, t.route, t.proposed_by, ${past('t.proposed_at')}
   from bench.clone join bench.proposal as made on made.clone = clone.id join proposal as t on t.id = made.template_proposal`,
  `insert into settlement_line (case_id, proposal_id, position, kind, mass, amount, currency, department_id, ground, document_number, executed_at, executed_by)
   select clone.id, made.id, t.position, t.kind, t.mass, t.amount, t.currency, t.department_id, t.ground, t.document_number, ${past('t.executed_at')}, t.executed_by
   from bench.clone join bench.proposal as made on made.clone = clone.id join settlement_line as t on t.proposal_id = made.template_proposal`,
]

/** Tasks, clocks, history and the text that a claim is found by. */
export const copyRecords: readonly string[] = [
  `insert into task (id, number, case_id, origin_case_id, purpose, department_id, question, language, state, open, chart_version, snapshot, revision, sender_id,
     responder_id, due_at, answer, answer_values, cause_code, proposed_measure, rating, sent_at, answered_at, closed_at)
   select made.id, made.number, clone.id, clone.id, t.purpose,
     case when made.copy = 0 then t.department_id
       else (select id from bench.department where at = floor((select count(*) from bench.department) * bench.u(clone.i, 23) ^ 2)) end,
     t.question, t.language, t.state, t.open, t.chart_version, t.snapshot, t.revision, t.sender_id, t.responder_id,
     case when t.due_at is not null then now() + interval '1 day' + bench.u(clone.i, 24) * interval '20 days' end,
     t.answer, t.answer_values, t.cause_code, t.proposed_measure, t.rating, ${past('t.sent_at')}, ${past('t.answered_at')}, ${past('t.closed_at')}
   from bench.clone join bench.task as made on made.clone = clone.id join task as t on t.id = made.template_task order by clone.id`,
  // Running clocks start anew, so that none of them is due while something is measured; of the stopped ones two are enough.
  `insert into deadline (case_id, task_id, line_id, clock, generation, policy_id, calendar_id, amount, unit, not_after, started_at, due_at, pauses, next_at, sent,
     breached_at, stopped_at)
   select clone.id, made.id, null, t.clock, t.generation, t.policy_id, t.calendar_id, t.amount, t.unit, null,
     case when rank.running then now() else ${past('t.started_at')} end,
     case when not rank.running then ${past('t.due_at')} when t.due_at is null then null else coalesce(clone.due_at, now() + interval '30 days') + (rank.rank - 1) * interval '1 day' end,
     case when rank.running and t.due_at is not null then '[]' else t.pauses end,
     case when rank.running and t.due_at is not null then coalesce(clone.due_at, now() + interval '30 days') + (rank.rank - 1) * interval '1 day' end,
     0, null, ${past('t.stopped_at')}
   from bench.clone join bench.clock as rank on rank.template = clone.template and (rank.running or rank.rank <= 2)
   join deadline as t on t.id = rank.deadline_id
   left join bench.task as made on made.clone = clone.id and made.template_task = t.task_id and made.copy = 0
   where (t.task_id is null or made.id is not null) and t.line_id is null order by clone.id`,
  `insert into history (case_id, task_id, revision, kind, event, from_states, to_states, payload, facts, reason, by_id, by_name, as_role, at, recorded_at)
   select clone.id, made.id, t.revision, t.kind, t.event, t.from_states, t.to_states, t.payload, t.facts, t.reason, t.by_id, t.by_name, t.as_role,
     ${past('t.at')}, ${past('t.at')}
   from bench.clone join bench.line on line.template = clone.template and line.rank <= clone.lines
   join history as t on t.id = line.history_id
   left join bench.task as made on made.clone = clone.id and made.template_task = t.task_id and made.copy = 0
   where t.task_id is null or made.id is not null order by clone.id, t.at`,
  `insert into case_search (case_id, numbers, body, lexemes)
   select clone.id, concat_ws(' ', lower(clone.number), tasks.numbers, lower(piece.number), lower(piece.heat)), '',
     t.lexemes || to_tsvector('simple', clone.words)
   from bench.clone join case_search as t on t.case_id = clone.template
   join bench.piece as piece on piece.at = 1 + (clone.piece_at + 1) % (select max(at) from bench.piece)
   left join (select clone, string_agg(lower(number), ' ') as numbers from bench.task group by clone) as tasks on tasks.clone = clone.id order by clone.id`,
]
