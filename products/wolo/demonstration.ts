/** The people of the demonstration: who they are and how to sign in as them. Their codes are in the development outbox. */

export interface DemonstrationPerson {
  readonly key: string
  readonly phone: string
  readonly firstName: string
  readonly lastName: string
  readonly dateOfBirth: string
  /** Staff and partner roles; the scope is a partner's key in the seed. */
  readonly roles: readonly { readonly role: string; readonly partner?: string }[]
  readonly who: string
}

const person = (
  key: string,
  phone: string,
  name: string,
  dateOfBirth: string,
  who: string,
  roles: DemonstrationPerson['roles'] = [],
): DemonstrationPerson => {
  const [firstName = '', lastName = ''] = name.split(' ')
  return { key, phone, firstName, lastName, dateOfBirth, roles, who }
}

export const people: readonly DemonstrationPerson[] = [
  person('awa', '+221771000001', 'Awa Diop', '1996-04-18', 'Awa, whose pots are in every state'),
  person('moussa', '+221771000002', 'Moussa Ndiaye', '1988-09-02', 'Moussa, father of Fatou and guardian of her pot'),
  person('fatou', '+221771000003', 'Fatou Ndiaye', '2011-07-25', 'Fatou, 14, whose father must agree'),
  person('cashier', '+221772000001', 'Ibrahima Sow', '1999-01-12', 'Ibrahima, cashier at Ciné Téranga in Dakar', [
    { role: 'partner_cashier', partner: 'cine' },
  ]),
  person('manager', '+221772000002', 'Aminata Fall', '1985-05-30', 'Aminata, manager of Ciné Téranga', [
    { role: 'partner_manager', partner: 'cine' },
  ]),
  person('support', '+221773000001', 'Khady Sarr', '1993-03-08', 'Khady, support', [{ role: 'support' }]),
  person('finance', '+221773000002', 'Ousmane Ba', '1980-11-21', 'Ousmane, finance', [{ role: 'finance' }]),
  person(
    'controller',
    '+221773000003',
    'Mariama Sy',
    '1978-02-14',
    'Mariama, finance too: what one asks, the other approves',
    [{ role: 'finance' }],
  ),
  person('operations', '+221773000004', 'Cheikh Gueye', '1990-08-16', 'Cheikh, operations', [{ role: 'operations' }]),
  person('admin', '+221773000005', 'Ndeye Faye', '1987-12-05', 'Ndeye, administrator', [{ role: 'administrator' }]),
]
