// A list that names everybody once, in the order in which they came.

/** @returns the same list where it says so already. */
export const withMember = <Member>(list: readonly Member[], who: Member, member: boolean): readonly Member[] => {
  if (list.includes(who) === member) return list;
  return member ? [...list, who] : list.filter((other) => other !== who);
};
