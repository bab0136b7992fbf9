/**
 * What each column holds. content: what people said or sent, gone after `contentDays`. metadata: that they did, gone after
 * `metadataDays` with its row. consent: what outlives them. business: the business's own. technical: of nobody.
 */
export type Class = 'content' | 'metadata' | 'consent' | 'business' | 'technical';

const all = (columns: string, of: Class): Record<string, Class> =>
  Object.fromEntries(columns.split(' ').map((name) => [name, of]));

export const classes: Record<string, Record<string, Class>> = {
  businesses: all(
    'id name kind status time_zone default_country default_language opening_hours special_days greeting contact_phone ' +
      'answers_paused_at owner_answer_minutes learns question_count knowledge_version created_at content_days ' +
      'metadata_days consent_days content_swept_to opt_in',
    'business',
  ),
  business_numbers: all(
    'business_id channel address is_shared sender_type sender_rate sender_state',
    'business',
  ),
  owners: all('id business_id person_index phone_sealed created_at', 'business'),
  contacts: all(
    'id business_id name_sealed language greeted_at phone_verified_at created_at',
    'metadata',
  ),
  contact_aliases: all('business_id person_index contact_id address_sealed', 'metadata'),
  conversations: all(
    'id business_id contact_id channel our_address their_sealed inbound_count last_inbound_at attention_due_at ' +
      'thinking_token thinking_until thinking_attempts window_started_at window_counted window_replies window_media ' +
      'window_told with_person_since created_at',
    'metadata',
  ),
  consent_events: all(
    'business_id id contact_id channel purpose status method source wording wording_version language actor at ' +
      'message_sid file_hash ip expires_at',
    'consent',
  ),
  phone_codes: all('business_id contact_id code_hash expires_at tries window_at sent', 'metadata'),
  scheduled_cancellations: all('business_id message_id message_sid due_at attempts', 'metadata'),
  opt_outs: all('business_id contact_id channel opted_out_at source scope', 'consent'),
  pending_questions: {
    ...all('business_id conversation_id kind asked_at expires_at', 'metadata'),
    choices: 'content',
  },
  messages: {
    ...all(
      'id business_id conversation_id direction channel our_address their_sealed kind account_sid message_sid outcome ' +
        'state due_at valid_until attempts claim_token claimed_until uncertain_since carrier_status carrier_rank ' +
        'error_code error_sentence handed_over_at created_at purpose reason client_key',
      'metadata',
    ),
    body: 'content',
    details: 'content',
  },
  message_events: all(
    'account_sid message_sid status event_type error_code received_at',
    'metadata',
  ),
  questions: {
    ...all(
      'business_id id number kind state stage due_at message_id asked_at last_asked_at told_at replied_at claim_token ' +
        'attempts',
      'metadata',
    ),
    text: 'content',
    likeness: 'content',
  },
  question_askers: all('business_id question_id conversation_id language asked_at', 'metadata'),
  number_choices: all('channel our_address person_index business_id chosen_at', 'metadata'),
  owner_views: all('business_id conversation_id listed deleted', 'metadata'),
  model_usage: all(
    'business_id id at kind model input_tokens cached_tokens output_tokens seconds cost_micro_usd priced_on is_repeated',
    'metadata',
  ),
  entries: all(
    'id business_id text source version indexed_version index_due_at index_token indexed_in valid_until document_id ' +
      'created_at updated_at deleted_at seq',
    'business',
  ),
  entry_vectors: all('business_id entry_id model embedding', 'business'),
  documents: all(
    'id business_id number name source content_type state pages found found_count added_count sentence attempts due_at ' +
      'claim_token created_at finished_at deleted_at',
    'business',
  ),
  templates: all(
    'business_id id name language version category content body_hash stage status content_sid given_category ' +
      'rejection_reason submitted_at asked_at due_at attempts claim_token news news_due_at created_at updated_at',
    'business',
  ),
  message_costs: all(
    'business_id message_id fee conversation_id campaign_id channel direction purpose category country segments ' +
      'currency estimated_micros is_guess billed_currency billed_micros bill_due_at at day',
    'metadata',
  ),
  cost_days: all(
    'business_id day channel purpose currency messages segments estimated_micros billed_micros',
    'business',
  ),
  spending: all(
    'business_id currency day_limit_micros month_limit_micros countries marketing_per_day marketing_per_week ' +
      'conversation_currency conversation_limit_micros seen_countries stopped_countries stopped_until day day_micros ' +
      'month_micros told_day told_day_level told_month told_month_level is_stale',
    'business',
  ),
  cost_alerts: all('business_id name raised_at cleared_at value', 'business'),
  cost_marks: all('name last_id', 'technical'),
  costs_waiting: all('message_id look_at', 'technical'),
  reply_counts: all('our_address month replies', 'technical'),
  suppressions: all('business_id person_hash channel source since', 'consent'),
  erasures: all('business_id id contact_id state requested_at finished_at', 'consent'),
  erasure_steps: all(
    'business_id erasure_id system state removed ids detail attempts due_at claim_token done_at',
    'consent',
  ),
  carrier_removals: all(
    'business_id message_sid act has_media erasure_id attempts asked_at due_at claim_token fault',
    'technical',
  ),
  intake_marks: all('account_sid caught_up_to', 'technical'),
  installation: all('name value', 'technical'),
  rate_limit_hits: all('key hits reset_at', 'technical'),
};
