-- The public views: what every reader, script and export uses. Columns are only ever
-- appended. Views hold no data and are made anew at every upgrade.

-- people: one row per person, with what stands about them in numbers
CREATE VIEW people AS
SELECT
  person.handle, person.name, person.relation, person.role, person.team, person.contact,
  person.rhythm_days, person.since, person.log_consent_on,
  hold.day AS hold_since,
  hold.reason AS hold_reason,
  person.archived_on,
  (
    SELECT count(*) FROM link JOIN session ON session.uid = link.uid
    WHERE link.role = 'people' AND link.target = person.uid
  ) AS sessions,
  (
    SELECT sum(session.minutes) FROM link JOIN session ON session.uid = link.uid
    WHERE link.role = 'people' AND link.target = person.uid
  ) AS minutes,
  nullif(max(
    coalesce((
      SELECT max(session.day) FROM link JOIN session ON session.uid = link.uid
      WHERE link.role = 'people' AND link.target = person.uid
    ), ''),
    coalesce((
      SELECT max(attempt.day) FROM resistance_note AS note JOIN attempt ON attempt.resistance = note.uid
      WHERE note.person = person.uid
        AND attempt.response IN ('accepted', 'partly', 'declined')
    ), '')
  ), '') AS last_talk_on,
  person.uid
FROM person
LEFT JOIN hold ON hold.uid = (
  SELECT uid FROM hold AS newest WHERE newest.person = person.uid ORDER BY day DESC, uid DESC LIMIT 1
);

-- sessions: one row per conversation, whoever was in it
CREATE VIEW sessions AS
SELECT
  entry.id,
  session.occurred_at,
  session.recorded_at,
  (
    SELECT group_concat(handle, ' ') FROM (
      SELECT person.handle FROM link JOIN person ON person.uid = link.target
      WHERE link.uid = session.uid AND link.role = 'people' ORDER BY link.n
    )
  ) AS people,
  session.mode, session.setting, session.minutes, session.about, session.note, session.agreed,
  CASE session.unwritten WHEN 1 THEN 'true' ELSE 'false' END AS unwritten,
  session.place, session.present,
  (
    SELECT group_concat(word, ' ') FROM (
      SELECT word FROM link WHERE uid = session.uid AND role = 'actions' ORDER BY n
    )
  ) AS actions,
  (
    SELECT group_concat(word, ' ') FROM (
      SELECT word FROM link WHERE uid = session.uid AND role = 'tags' ORDER BY n
    )
  ) AS tags,
  (
    SELECT group_concat(id, ' ') FROM (
      SELECT entry.id FROM link JOIN entry ON entry.uid = link.target JOIN goal ON goal.uid = link.target
      WHERE link.uid = session.uid AND link.role = 'goals' ORDER BY link.n
    )
  ) AS goals,
  session.paid, session.group_size, session.agreed_visibility,
  session.visibility,
  (
    SELECT min(handout.day) FROM link JOIN handout ON handout.uid = link.uid
    WHERE link.role = 'items' AND link.target = session.uid
  ) AS shared_on,
  (
    SELECT max(change.at) FROM revision JOIN change ON change.seq = revision.change
    WHERE revision.uid = session.uid AND revision.operation = 'amend'
  ) AS amended_at,
  session.source,
  session.uid
FROM session JOIN entry ON entry.uid = session.uid;

-- observations: one row per dated fact seen outside a session
CREATE VIEW observations AS
SELECT
  entry.id, observation.occurred_at, observation.recorded_at,
  person.handle AS person,
  observation.text, observation.standard, observation.noticed, observation.told_by,
  observation.situation, observation.impact, observation.expected, observation.their_words,
  (
    SELECT group_concat(word, ' ') FROM (
      SELECT word FROM link WHERE uid = observation.uid AND role = 'tags' ORDER BY n
    )
  ) AS tags,
  (
    SELECT entry.id FROM goal AS to_goal JOIN entry ON entry.uid = to_goal.uid
    WHERE to_goal.uid = observation.goal
  ) AS goal,
  (
    SELECT entry.id FROM resistance_note AS to_resistance JOIN entry ON entry.uid = to_resistance.uid
    WHERE to_resistance.uid = observation.resistance
  ) AS resistance,
  (
    SELECT entry.id FROM session AS to_session JOIN entry ON entry.uid = to_session.uid
    WHERE to_session.uid = observation.session
  ) AS session,
  observation.visibility,
  (
    SELECT min(handout.day) FROM link JOIN handout ON handout.uid = link.uid
    WHERE link.role = 'items' AND link.target = observation.uid
  ) AS shared_on,
  (
    SELECT max(change.at) FROM revision JOIN change ON change.seq = revision.change
    WHERE revision.uid = observation.uid AND revision.operation = 'amend'
  ) AS amended_at,
  observation.source,
  observation.uid
FROM observation
JOIN entry ON entry.uid = observation.uid
JOIN person ON person.uid = observation.person;

-- goals: one row per goal; current is the leader's newest entry, a self rating only where
-- there is none; progress is 0…1 and empty where unknown
CREATE VIEW goals AS
SELECT
  id, occurred_at AS opened_on, recorded_at, person, title, scale, unit, baseline, target,
  current,
  round(CASE scale
    WHEN 'milestones' THEN CASE WHEN steps > 0 THEN current * 1.0 / steps END
    WHEN 'levels' THEN max(0.0, min(1.0, (current + 2) / 2.0))
    WHEN 'numeric' THEN CASE
      WHEN current IS NOT NULL AND CAST(target AS REAL) <> CAST(baseline AS REAL) THEN
        max(0.0, min(1.0,
          (CAST(current AS REAL) - CAST(baseline AS REAL))
          / (CAST(target AS REAL) - CAST(baseline AS REAL))))
    END
  END, 4) AS progress,
  state, origin, target_on, closed_on, closing_reason, last_progress_on,
  visibility, shared_on, amended_at, source, uid
FROM (
  SELECT
    entry.id, goal.occurred_at, goal.recorded_at,
    person.handle AS person,
    goal.title, goal.scale, goal.unit, goal.baseline, goal.target,
    CASE goal.scale
      WHEN 'milestones' THEN (
        SELECT CAST(count(DISTINCT progress.step) AS TEXT)
        FROM progress_entry AS progress JOIN step ON step.goal = progress.goal AND step.step = progress.step
        WHERE progress.goal = goal.uid
      )
      WHEN 'levels' THEN (
        SELECT CAST(progress.level AS TEXT) FROM progress_entry AS progress
        WHERE progress.goal = goal.uid AND progress.level IS NOT NULL
        ORDER BY progress.rater = 'leader' DESC, substr(progress.occurred_at, 1, 16) DESC, progress.uid DESC
        LIMIT 1
      )
      WHEN 'numeric' THEN (
        SELECT progress.value FROM progress_entry AS progress
        WHERE progress.goal = goal.uid AND progress.value IS NOT NULL
        ORDER BY progress.rater = 'leader' DESC, substr(progress.occurred_at, 1, 16) DESC, progress.uid DESC
        LIMIT 1
      )
    END AS current,
    (SELECT count(*) FROM step WHERE step.goal = goal.uid) AS steps,
    coalesce(goal.state, 'open') AS state,
    goal.origin, goal.target_on, goal.closed_on, goal.closing_reason,
    (SELECT max(progress.day) FROM progress_entry AS progress WHERE progress.goal = goal.uid) AS last_progress_on,
  goal.visibility,
  (
    SELECT min(handout.day) FROM link JOIN handout ON handout.uid = link.uid
    WHERE link.role = 'items' AND link.target = goal.uid
  ) AS shared_on,
  (
    SELECT max(change.at) FROM revision JOIN change ON change.seq = revision.change
    WHERE revision.uid = goal.uid AND revision.operation = 'amend'
  ) AS amended_at,
  goal.source,
  goal.uid
  FROM goal
  JOIN entry ON entry.uid = goal.uid
  JOIN person ON person.uid = goal.person
);

-- steps: one row per milestone (1…n) or level text (-2…+2) of a goal
CREATE VIEW steps AS
SELECT
  entry.id AS goal, step.step, step.text,
  CASE WHEN goal.scale = 'milestones' THEN (
    SELECT min(progress.day) FROM progress_entry AS progress
    WHERE progress.goal = step.goal AND progress.step = step.step
  ) END AS done_on,
  step.uid
FROM step JOIN goal ON goal.uid = step.goal JOIN entry ON entry.uid = step.goal;

-- progress: one row per dated entry on a goal: a value, a level or a step
CREATE VIEW progress AS
SELECT
  entry.id, progress_entry.occurred_at, progress_entry.recorded_at,
  (
    SELECT entry.id FROM goal AS to_goal JOIN entry ON entry.uid = to_goal.uid
    WHERE to_goal.uid = progress_entry.goal
  ) AS goal,
  person.handle AS person,
  progress_entry.value, progress_entry.level, progress_entry.step, progress_entry.rater,
  progress_entry.evidence,
  (
    SELECT entry.id FROM session AS to_session JOIN entry ON entry.uid = to_session.uid
    WHERE to_session.uid = progress_entry.session
  ) AS session,
  progress_entry.visibility,
  (
    SELECT min(handout.day) FROM link JOIN handout ON handout.uid = link.uid
    WHERE link.role = 'items' AND link.target = progress_entry.uid
  ) AS shared_on,
  (
    SELECT max(change.at) FROM revision JOIN change ON change.seq = revision.change
    WHERE revision.uid = progress_entry.uid AND revision.operation = 'amend'
  ) AS amended_at,
  progress_entry.source,
  progress_entry.uid
FROM progress_entry
JOIN entry ON entry.uid = progress_entry.uid
JOIN goal AS aim ON aim.uid = progress_entry.goal
JOIN person ON person.uid = aim.person;

-- resistance: one row per note; status, stage, closing and escalation are those of its
-- moves, the follow-up is the one said last
CREATE VIEW resistance AS
SELECT
  id, occurred_at, recorded_at, person, kind, label, observed, expected, impact, their_words,
  told_by, other_causes, my_part, status, stage, attempts, last_attempt_on,
  CASE WHEN status IN ('open', 'working', 'monitoring', 'escalated') THEN follow_up_on END
    AS follow_up_on,
  CASE WHEN status IN ('resolved', 'closed', 'withdrawn') THEN moved_on END AS closed_on,
  CASE WHEN status IN ('resolved', 'closed', 'withdrawn') THEN moved_for END
    AS closing_reason,
  CASE WHEN status = 'escalated' THEN moved_to END AS escalated_to,
  goal, session, visibility, shared_on, amended_at, source, uid
FROM (
  SELECT
    entry.id, resistance_note.occurred_at, resistance_note.recorded_at,
    person.handle AS person,
    resistance_note.kind,
    CASE resistance_note.kind
      WHEN 'ego' THEN 'Disputes the feedback'
      WHEN 'resistance' THEN 'Guidance not taken up'
      WHEN 'defiance' THEN 'Request declined'
      WHEN 'no-progress' THEN 'Agreed step not met'
    END AS label,
    resistance_note.observed, resistance_note.expected, resistance_note.impact,
    resistance_note.their_words, resistance_note.told_by, resistance_note.other_causes,
    resistance_note.my_part,
    coalesce(newest.to_status, 'open') AS status,
    coalesce((
      SELECT stage FROM move WHERE move.resistance = resistance_note.uid AND stage IS NOT NULL
      ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT 1
    ), 'informal') AS stage,
    (SELECT count(*) FROM attempt WHERE attempt.resistance = resistance_note.uid) AS attempts,
    (SELECT max(day) FROM attempt WHERE attempt.resistance = resistance_note.uid)
      AS last_attempt_on,
    (
      SELECT follow_up_on FROM (
        SELECT resistance_note.day AS said_on, 0 AS rank, resistance_note.uid AS uid,
          resistance_note.follow_up_on
        UNION ALL
        SELECT day, 1, uid, follow_up_on FROM attempt
        WHERE attempt.resistance = resistance_note.uid
        UNION ALL
        SELECT result_on, 2, uid, next_follow_up_on FROM attempt
        WHERE attempt.resistance = resistance_note.uid
        UNION ALL
        SELECT day, 3, uid, follow_up_on FROM move
        WHERE move.resistance = resistance_note.uid
      )
      WHERE follow_up_on IS NOT NULL ORDER BY said_on DESC, rank DESC, uid DESC LIMIT 1
    ) AS follow_up_on,
    newest.day AS moved_on, newest.reason AS moved_for, newest.to_whom AS moved_to,
    (
    SELECT entry.id FROM goal AS to_goal JOIN entry ON entry.uid = to_goal.uid
    WHERE to_goal.uid = resistance_note.goal
  ) AS goal,
    (
    SELECT entry.id FROM session AS to_session JOIN entry ON entry.uid = to_session.uid
    WHERE to_session.uid = resistance_note.session
  ) AS session,
  resistance_note.visibility,
  (
    SELECT min(handout.day) FROM link JOIN handout ON handout.uid = link.uid
    WHERE link.role = 'items' AND link.target = resistance_note.uid
  ) AS shared_on,
  (
    SELECT max(change.at) FROM revision JOIN change ON change.seq = revision.change
    WHERE revision.uid = resistance_note.uid AND revision.operation = 'amend'
  ) AS amended_at,
  resistance_note.source,
  resistance_note.uid
  FROM resistance_note
  JOIN entry ON entry.uid = resistance_note.uid
  JOIN person ON person.uid = resistance_note.person
  LEFT JOIN move AS newest ON newest.uid = (
    SELECT uid FROM move WHERE move.resistance = resistance_note.uid
    ORDER BY substr(occurred_at, 1, 16) DESC, uid DESC LIMIT 1
  )
);

-- attempts: one row per try, with the response in the room and the result later
CREATE VIEW attempts AS
SELECT
  entry.id, attempt.occurred_at, attempt.recorded_at,
  (
    SELECT entry.id FROM resistance_note AS to_resistance JOIN entry ON entry.uid = to_resistance.uid
    WHERE to_resistance.uid = attempt.resistance
  ) AS resistance,
  person.handle AS person,
  attempt.offered,
  (
    SELECT group_concat(word, ' ') FROM (
      SELECT word FROM link WHERE uid = attempt.uid AND role = 'actions' ORDER BY n
    )
  ) AS actions,
  attempt.response, attempt.their_words, attempt.result, attempt.result_on,
  attempt.result_text, attempt.follow_up_on, attempt.next_follow_up_on,
  (
    SELECT entry.id FROM session AS to_session JOIN entry ON entry.uid = to_session.uid
    WHERE to_session.uid = attempt.session
  ) AS session,
  attempt.visibility,
  (
    SELECT min(handout.day) FROM link JOIN handout ON handout.uid = link.uid
    WHERE link.role = 'items' AND link.target = attempt.uid
  ) AS shared_on,
  (
    SELECT max(change.at) FROM revision JOIN change ON change.seq = revision.change
    WHERE revision.uid = attempt.uid AND revision.operation = 'amend'
  ) AS amended_at,
  attempt.source,
  attempt.uid
FROM attempt
JOIN entry ON entry.uid = attempt.uid
JOIN resistance_note AS note ON note.uid = attempt.resistance
JOIN person ON person.uid = note.person;

-- moves: one row per change of a note's status, automatic ones included
CREATE VIEW moves AS
SELECT
  move.occurred_at, move.recorded_at,
  (
    SELECT entry.id FROM resistance_note AS to_resistance JOIN entry ON entry.uid = to_resistance.uid
    WHERE to_resistance.uid = move.resistance
  ) AS resistance,
  coalesce((
    SELECT before.to_status FROM move AS before
    WHERE before.resistance = move.resistance
      AND (substr(before.occurred_at, 1, 16), before.uid)
        < (substr(move.occurred_at, 1, 16), move.uid)
    ORDER BY substr(before.occurred_at, 1, 16) DESC, before.uid DESC LIMIT 1
  ), 'open') AS from_status,
  move.to_status, move.reason, move.follow_up_on, move.to_whom, move.stage, move.uid
FROM move;

-- commitments: one row per thing somebody will do
CREATE VIEW commitments AS
SELECT
  entry.id, commitment.recorded_at,
  CASE commitment.owner
    WHEN 'me' THEN 'me'
    ELSE person.handle
  END AS owner,
  person.handle AS person,
  commitment.what, commitment.due_on, commitment.done_on,
  CASE
    WHEN commitment.done_on IS NOT NULL THEN 'done'
    WHEN commitment.dropped_on IS NOT NULL THEN 'dropped'
    ELSE 'open'
  END AS state,
  commitment.reason,
  (
    SELECT entry.id FROM session AS to_session JOIN entry ON entry.uid = to_session.uid
    WHERE to_session.uid = commitment.session
  ) AS session,
  (
    SELECT entry.id FROM goal AS to_goal JOIN entry ON entry.uid = to_goal.uid
    WHERE to_goal.uid = commitment.goal
  ) AS goal,
  (
    SELECT entry.id FROM resistance_note AS to_resistance JOIN entry ON entry.uid = to_resistance.uid
    WHERE to_resistance.uid = commitment.resistance
  ) AS resistance,
  (
    SELECT entry.id FROM attempt AS to_attempt JOIN entry ON entry.uid = to_attempt.uid
    WHERE to_attempt.uid = commitment.attempt
  ) AS attempt,
  commitment.visibility,
  (
    SELECT min(handout.day) FROM link JOIN handout ON handout.uid = link.uid
    WHERE link.role = 'items' AND link.target = commitment.uid
  ) AS shared_on,
  (
    SELECT max(change.at) FROM revision JOIN change ON change.seq = revision.change
    WHERE revision.uid = commitment.uid AND revision.operation = 'amend'
  ) AS amended_at,
  commitment.source,
  commitment.uid
FROM commitment
JOIN entry ON entry.uid = commitment.uid
LEFT JOIN person ON person.uid = commitment.person;

-- topics: one row per thing to raise next time
CREATE VIEW topics AS
SELECT
  entry.id, topic.recorded_at,
  person.handle AS person,
  topic.what, coalesce(topic.state, 'open') AS state, topic.day AS raised_on, topic.closed_on,
  topic.reason,
  (
    SELECT entry.id FROM session AS to_session JOIN entry ON entry.uid = to_session.uid
    WHERE to_session.uid = topic.session
  ) AS session,
  topic.visibility,
  (
    SELECT min(handout.day) FROM link JOIN handout ON handout.uid = link.uid
    WHERE link.role = 'items' AND link.target = topic.uid
  ) AS shared_on,
  (
    SELECT max(change.at) FROM revision JOIN change ON change.seq = revision.change
    WHERE revision.uid = topic.uid AND revision.operation = 'amend'
  ) AS amended_at,
  topic.source,
  topic.uid
FROM topic
JOIN entry ON entry.uid = topic.uid
JOIN person ON person.uid = topic.person;

-- assessments: one row per judgement of the three outcomes, each 0…4
CREATE VIEW assessments AS
SELECT
  entry.id, assessment.occurred_at, assessment.recorded_at,
  person.handle AS person,
  assessment.area,
  (
    SELECT entry.id FROM goal AS to_goal JOIN entry ON entry.uid = to_goal.uid
    WHERE to_goal.uid = assessment.goal
  ) AS goal,
  assessment.excellence, assessment.self_correction, assessment.self_generation,
  assessment.evidence,
  assessment.visibility,
  (
    SELECT min(handout.day) FROM link JOIN handout ON handout.uid = link.uid
    WHERE link.role = 'items' AND link.target = assessment.uid
  ) AS shared_on,
  (
    SELECT max(change.at) FROM revision JOIN change ON change.seq = revision.change
    WHERE revision.uid = assessment.uid AND revision.operation = 'amend'
  ) AS amended_at,
  assessment.source,
  assessment.uid
FROM assessment
JOIN entry ON entry.uid = assessment.uid
JOIN person ON person.uid = assessment.person;

-- handouts: one row per time something was told or given; what is ids, or report
CREATE VIEW handouts AS
SELECT
  entry.id, handout.occurred_at, handout.recorded_at,
  person.handle AS person,
  coalesce((
    SELECT group_concat(id, ' ') FROM (
      SELECT item.id FROM link JOIN entry AS item ON item.uid = link.target
      WHERE link.uid = handout.uid AND link.role = 'items' ORDER BY link.n
    )
  ), 'report') AS what,
  handout.how, handout.acknowledged, handout.comment, handout.heads, handout.uid
FROM handout
JOIN entry ON entry.uid = handout.uid
JOIN person ON person.uid = handout.person;

-- timeline: one row per entry and person, in the order things happened; a move bears
-- the id of its note
CREATE VIEW timeline AS
SELECT
  session.occurred_at, session.recorded_at, person.handle AS person, 'session' AS kind, entry.id,
  session.about AS title, session.note AS text,
  (
    SELECT group_concat(id, ' ') FROM (
      SELECT aim.id FROM link JOIN goal ON goal.uid = link.target JOIN entry AS aim ON aim.uid = link.target
      WHERE link.uid = session.uid AND link.role = 'goals' ORDER BY link.n
    )
  ) AS goal,
  (
    SELECT group_concat(word, ' ') FROM (
      SELECT word FROM link WHERE uid = session.uid AND role = 'tags' ORDER BY n
    )
  ) AS tags,
  session.visibility AS visibility, session.uid
FROM session JOIN entry ON entry.uid = session.uid
JOIN link AS with_whom ON with_whom.uid = session.uid AND with_whom.role = 'people'
JOIN person ON person.uid = with_whom.target
UNION ALL
SELECT
  observation.occurred_at, observation.recorded_at, person.handle AS person, 'observation' AS kind, entry.id,
  observation.standard AS title, observation.text AS text,
  (SELECT id FROM goal AS aim JOIN entry ON entry.uid = aim.uid WHERE aim.uid = observation.goal) AS goal,
  (
    SELECT group_concat(word, ' ') FROM (
      SELECT word FROM link WHERE uid = observation.uid AND role = 'tags' ORDER BY n
    )
  ) AS tags,
  observation.visibility AS visibility, observation.uid
FROM observation JOIN entry ON entry.uid = observation.uid
JOIN person ON person.uid = observation.person
UNION ALL
SELECT
  goal.occurred_at, goal.recorded_at, person.handle AS person, 'goal' AS kind, entry.id,
  goal.title AS title, NULL AS text,
  entry.id AS goal,
  NULL AS tags,
  goal.visibility AS visibility, goal.uid
FROM goal JOIN entry ON entry.uid = goal.uid
JOIN person ON person.uid = goal.person
UNION ALL
SELECT
  progress_entry.occurred_at, progress_entry.recorded_at, person.handle AS person, 'progress' AS kind, entry.id,
  coalesce(
    progress_entry.value, CAST(progress_entry.level AS TEXT),
    CAST(progress_entry.step AS TEXT)
  ) AS title, progress_entry.evidence AS text,
  (SELECT id FROM goal AS aim JOIN entry ON entry.uid = aim.uid WHERE aim.uid = progress_entry.goal) AS goal,
  NULL AS tags,
  progress_entry.visibility AS visibility, progress_entry.uid
FROM progress_entry JOIN entry ON entry.uid = progress_entry.uid
JOIN goal ON goal.uid = progress_entry.goal JOIN person ON person.uid = goal.person
UNION ALL
SELECT
  resistance_note.occurred_at, resistance_note.recorded_at, person.handle AS person, 'resistance' AS kind, entry.id,
  resistance_note.kind AS title, resistance_note.observed AS text,
  (SELECT id FROM goal AS aim JOIN entry ON entry.uid = aim.uid WHERE aim.uid = resistance_note.goal) AS goal,
  NULL AS tags,
  resistance_note.visibility AS visibility, resistance_note.uid
FROM resistance_note JOIN entry ON entry.uid = resistance_note.uid
JOIN person ON person.uid = resistance_note.person
UNION ALL
SELECT
  attempt.occurred_at, attempt.recorded_at, person.handle AS person, 'attempt' AS kind, entry.id,
  attempt.response AS title, attempt.offered AS text,
  NULL AS goal,
  NULL AS tags,
  attempt.visibility AS visibility, attempt.uid
FROM attempt JOIN entry ON entry.uid = attempt.uid
JOIN resistance_note ON resistance_note.uid = attempt.resistance
JOIN person ON person.uid = resistance_note.person
UNION ALL
SELECT
  move.occurred_at, move.recorded_at, person.handle AS person, 'move' AS kind, entry.id,
  move.to_status AS title, move.reason AS text,
  NULL AS goal,
  NULL AS tags,
  resistance_note.visibility AS visibility, move.uid
FROM move JOIN entry ON entry.uid = move.resistance
JOIN resistance_note ON resistance_note.uid = move.resistance
JOIN person ON person.uid = resistance_note.person
UNION ALL
SELECT
  commitment.occurred_at, commitment.recorded_at, person.handle AS person, 'commitment' AS kind, entry.id,
  commitment.owner AS title, commitment.what AS text,
  (SELECT id FROM goal AS aim JOIN entry ON entry.uid = aim.uid WHERE aim.uid = commitment.goal) AS goal,
  NULL AS tags,
  commitment.visibility AS visibility, commitment.uid
FROM commitment JOIN entry ON entry.uid = commitment.uid
LEFT JOIN person ON person.uid = commitment.person
UNION ALL
SELECT
  topic.occurred_at, topic.recorded_at, person.handle AS person, 'topic' AS kind, entry.id,
  coalesce(topic.state, 'open') AS title, topic.what AS text,
  NULL AS goal,
  NULL AS tags,
  topic.visibility AS visibility, topic.uid
FROM topic JOIN entry ON entry.uid = topic.uid
JOIN person ON person.uid = topic.person
UNION ALL
SELECT
  assessment.occurred_at, assessment.recorded_at, person.handle AS person, 'assessment' AS kind, entry.id,
  assessment.area AS title, assessment.evidence AS text,
  (SELECT id FROM goal AS aim JOIN entry ON entry.uid = aim.uid WHERE aim.uid = assessment.goal) AS goal,
  NULL AS tags,
  assessment.visibility AS visibility, assessment.uid
FROM assessment JOIN entry ON entry.uid = assessment.uid
JOIN person ON person.uid = assessment.person
UNION ALL
SELECT
  handout.occurred_at, handout.recorded_at, person.handle AS person, 'handout' AS kind, entry.id,
  handout.how AS title, handout.comment AS text,
  NULL AS goal,
  NULL AS tags,
  'record' AS visibility, handout.uid
FROM handout JOIN entry ON entry.uid = handout.uid
JOIN person ON person.uid = handout.person;

-- history: one row per thing that a change touched, oldest first by seq
CREATE VIEW history AS
SELECT
  change.at, change.hash AS change, change.command, change.device, change.clock,
  revision.operation, revision.kind, entry.id, revision.uid,
  (SELECT group_concat(key, ' ') FROM json_each(revision.seals)) AS parts,
  (
    SELECT json_extract(payload, '$') FROM revision_text
    WHERE revision_text.revision = revision.id AND revision_text.part = 'why'
  ) AS reason,
  revision.replaces, revision.seals
FROM revision
JOIN change ON change.seq = revision.change
LEFT JOIN entry ON entry.uid = revision.uid;

-- texts: every kept version of every text
CREATE VIEW texts AS
SELECT
  revision.uid, revision.kind, revision_text.part, change.at,
  json_extract(revision_text.payload, '$') AS text
FROM revision_text
JOIN revision ON revision.id = revision_text.revision
JOIN change ON change.seq = revision.change
WHERE revision_text.part NOT IN ('facts', 'outcome') AND revision_text.payload <> 'null';

-- actions: one row per action of the leader's own, and per built-in one that is hidden
CREATE VIEW actions AS
SELECT
  name, label, mode, family, meaning,
  CASE hidden WHEN 1 THEN 'true' ELSE 'false' END AS hidden, uid
FROM action;

-- wording: all texts of a living thing as one; not public, the text index reads it
CREATE VIEW wording (n, words) AS
SELECT entry.n, coalesce(person.name, '') || char(10) || coalesce(person.role, '') || char(10) || coalesce(person.team, '') || char(10) || coalesce(person.contact, '')
FROM person JOIN entry ON entry.uid = person.uid
UNION ALL
SELECT entry.n, coalesce(session.note, '') || char(10) || coalesce(session.agreed, '') || char(10) || coalesce(session.about, '') || char(10) || coalesce(session.place, '') || char(10) || coalesce(session.present, '')
FROM session JOIN entry ON entry.uid = session.uid
UNION ALL
SELECT entry.n, coalesce(goal.title, '') || char(10) || coalesce(goal.unit, '') || char(10) || coalesce(goal.closing_reason, '')
FROM goal JOIN entry ON entry.uid = goal.uid
UNION ALL
SELECT entry.n, coalesce(step.text, '')
FROM step JOIN entry ON entry.uid = step.uid
UNION ALL
SELECT entry.n, coalesce(resistance_note.observed, '') || char(10) || coalesce(resistance_note.expected, '') || char(10) || coalesce(resistance_note.impact, '') || char(10) || coalesce(resistance_note.their_words, '') || char(10) || coalesce(resistance_note.told_by, '') || char(10) || coalesce(resistance_note.other_causes, '') || char(10) || coalesce(resistance_note.my_part, '')
FROM resistance_note JOIN entry ON entry.uid = resistance_note.uid
UNION ALL
SELECT entry.n, coalesce(observation.text, '') || char(10) || coalesce(observation.situation, '') || char(10) || coalesce(observation.impact, '') || char(10) || coalesce(observation.expected, '') || char(10) || coalesce(observation.their_words, '') || char(10) || coalesce(observation.told_by, '')
FROM observation JOIN entry ON entry.uid = observation.uid
UNION ALL
SELECT entry.n, coalesce(progress_entry.evidence, '')
FROM progress_entry JOIN entry ON entry.uid = progress_entry.uid
UNION ALL
SELECT entry.n, coalesce(attempt.offered, '') || char(10) || coalesce(attempt.their_words, '') || char(10) || coalesce(attempt.result_text, '')
FROM attempt JOIN entry ON entry.uid = attempt.uid
UNION ALL
SELECT entry.n, coalesce(move.reason, '') || char(10) || coalesce(move.to_whom, '')
FROM move JOIN entry ON entry.uid = move.uid
UNION ALL
SELECT entry.n, coalesce(commitment.what, '') || char(10) || coalesce(commitment.reason, '')
FROM commitment JOIN entry ON entry.uid = commitment.uid
UNION ALL
SELECT entry.n, coalesce(topic.what, '') || char(10) || coalesce(topic.reason, '')
FROM topic JOIN entry ON entry.uid = topic.uid
UNION ALL
SELECT entry.n, coalesce(assessment.area, '') || char(10) || coalesce(assessment.evidence, '')
FROM assessment JOIN entry ON entry.uid = assessment.uid
UNION ALL
SELECT entry.n, coalesce(handout.comment, '')
FROM handout JOIN entry ON entry.uid = handout.uid
UNION ALL
SELECT entry.n, coalesce(hold.reason, '')
FROM hold JOIN entry ON entry.uid = hold.uid
UNION ALL
SELECT entry.n, coalesce(action.label, '') || char(10) || coalesce(action.meaning, '')
FROM action JOIN entry ON entry.uid = action.uid;
