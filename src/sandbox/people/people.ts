/**
 * The people who have a credential in the sandbox. Their names are invented;
 * their numbers carry a region that nobody can have, or are a standard's
 * printed sample.
 * @module
 */
import { magicPeople } from './magic.js'

/** One demo person. */
export interface Person {
  /** One word for the command line. */
  id: string
  userName: string
  /** GB 11643. */
  idNo: string
  /** 6 digits: where the person is insured; '' for nowhere. */
  insuOrg: string
  /** Further 统筹区 that the person is insured in. */
  alsoInsured?: readonly string[]
  /** Has not activated the credential yet. */
  newcomer?: true
  /** Whatever is asked about this person, the answer has this code. */
  answers?: number
}

/** Everybody here can show a code at once. */
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
  {
    id: 'chen',
    userName: '陈双保',
    idNo: '99060119900214004X',
    insuOrg: '130200',
    alsoInsured: ['430100', '130600'],
  },
]

/** Those who are here for what goes wrong, or has not happened yet. */
export const specialPeople: readonly Person[] = [
  {
    id: 'li',
    userName: '李未激',
    idNo: '990701199608230061',
    insuOrg: '130100',
    newcomer: true,
  },
  { id: 'zhao', userName: '赵无保', idNo: '990801198111050058', insuOrg: '' },
]

/** All of them, those of {@link magicPeople} last. */
export const everybody: readonly Person[] = [
  ...people,
  ...specialPeople,
  ...magicPeople,
]

/** The person with this `id`, the first where none is asked for. */
export function findPerson(id?: string): Person | undefined {
  return id === undefined ? people[0] : everybody.find(one => one.id === id)
}

/** The person with this number. */
export function findByIdNo(idNo: string): Person | undefined {
  return everybody.find(one => one.idNo === idNo)
}

/** Every 统筹区 that `person` is insured in. */
export function poolingAreas({ insuOrg, alsoInsured = [] }: Person): string[] {
  return [insuOrg, ...alsoInsured].filter(area => area !== '')
}

/**
 * Whose face `faceToken` stands for: that of the person with this id. What a
 * maker's service gives is not public.
 */
export function byFace(faceToken: string): Person | undefined {
  return everybody.find(({ id }) => id === faceToken)
}

/** Who can be named beside those of table C.4, for a sentence. */
export function personIds(): string {
  return [...people, ...specialPeople].map(({ id }) => id).join(', ')
}
