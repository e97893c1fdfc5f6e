/** SQL of names and PINs. */
import { statement } from '../../../kernel/db/statement.ts'

export interface UsernameRow {
  sealed: Buffer
  name_index: string
  pin_hash: string
}

export const insertUsername = statement(
  'identity.insert_username',
  `insert into identity.username (user_id, sealed, name_index, pin_hash, created_at, changed_at)
   values ($1, $2, $3, $4, $5, $5)`,
)
export const findUsername = statement<UsernameRow>(
  'identity.find_username',
  'select sealed, name_index, pin_hash from identity.username where user_id = $1',
)
export const lockUsername = statement<UsernameRow>(
  'identity.lock_username',
  'select sealed, name_index, pin_hash from identity.username where user_id = $1 for update',
)
/** Who signs in by this name, and what the PIN must match. */
export const findByName = statement<{ user_id: string; pin_hash: string }>(
  'identity.find_by_name',
  `select n.user_id, n.pin_hash from identity.identifier i join identity.username n on n.user_id = i.user_id
   where i.value = $1 and i.kind = 'username'`,
)
export const renameUsername = statement(
  'identity.rename_username',
  'update identity.username set sealed = $2, name_index = $3, changed_at = $4 where user_id = $1',
)
export const changePin = statement(
  'identity.change_pin',
  'update identity.username set pin_hash = $2, changed_at = $3 where user_id = $1',
)
export const deleteUsername = statement<{ name_index: string }>(
  'identity.delete_username',
  'delete from identity.username where user_id = $1 returning name_index',
)
