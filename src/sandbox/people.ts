/**
 * The people who have a credential in the sandbox. Their names are invented;
 * their numbers carry a region that nobody can have, or are a standard's
 * printed sample.
 * @module
 */
import { createHash } from 'node:crypto'
import { birthDate, gender } from '../codes/id-number.js'
import { ID_CARD } from '../dictionary/id-types.js'

/** One demo person. */
export interface Person {
  /** One word for the command line. */
  id: string
  userName: string
  /** GB 11643. */
  idNo: string
  /** 6 digits: where the person is insured. */
  insuOrg: string
}

export const people: readonly Person[] = [
  {
    id: 'zhang',
    userName: '张三',
    idNo: '990101199801010017',
    insuOrg: '130300',
  },
  /** The sample of GB 11643, with X as its check character. */
  {
    id: 'wang',
    userName: '王秀英',
    idNo: '11010519491231002X',
    insuOrg: '430000',
  },
  /** U+20BB7: not in GBK, four bytes in GB18030, two units in UTF-16. */
  {
    id: 'ji',
    userName: '𠮷小川',
    idNo: '990203198506150037',
    insuOrg: '350200',
  },
  {
    id: 'abduwali',
    userName: '阿卜杜外力·麦麦提',
    idNo: '990502197203080057',
    insuOrg: '650100',
  },
  {
    id: 'gulbahar',
    userName: '古丽巴哈尔·阿卜杜热合曼·吐尔逊江·麦麦提艾力',
    idNo: '990502200012310045',
    insuOrg: '650000',
  },
]

/** The person with this `id`, the first where none is asked for. */
export function findPerson(id?: string): Person | undefined {
  return id === undefined ? people[0] : people.find(one => one.id === id)
}

/**
 * Whose face `faceToken` stands for: that of the person with this id. What a
 * maker's service gives is not public.
 */
export function byFace(faceToken: string): Person | undefined {
  return people.find(({ id }) => id === faceToken)
}

/** What {@link findPerson} knows, for a sentence. */
export function personIds(): string {
  return people.map(({ id }) => id).join(', ')
}

/** What a platform tells about `person`, as the field's answers have it. */
export function describe(person: Person) {
  const { userName, idNo, insuOrg } = person
  return {
    userName,
    idNo,
    idType: ID_CARD,
    insuOrg,
    ecIndexNo: credentialIndex(person),
    gender: gender(idNo),
    birthday: dotted(birthDate(idNo)),
    nationality: '中国',
  }
}

/** 32 hexadecimal digits; how the platforms derive theirs is not public. */
function credentialIndex({ idNo }: Person): string {
  const hash = createHash('sha256').update(`${ID_CARD}|${idNo}`).digest('hex')
  return hash.slice(0, 32).toUpperCase()
}

/** 19980101 as 1998.01.01. */
function dotted(date: string): string {
  return [date.slice(0, 4), date.slice(4, 6), date.slice(6)].join('.')
}
