import { type CaseHead, namesOf } from "../../cases/reading/index.ts";
import { Name } from "../../ui/index.ts";

export function PersonName({ head, id }: { head: Pick<CaseHead, "persons">; id: string }) {
  const person = head.persons.find((p) => p.person_id === id);
  if (person === undefined) return <>eine frühere Person des Falls</>;
  const { latin, own, lang } = namesOf(person);
  return <Name latin={latin} own={own} lang={lang} />;
}
export const latinName = (head: Pick<CaseHead, "persons">, id: string): string => {
  const person = head.persons.find((p) => p.person_id === id);
  return person === undefined ? "eine frühere Person" : namesOf(person).latin;
};
