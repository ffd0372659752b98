import { Card, EmptyState, PageHead } from "../ui/index.ts";

/** The first page of those for whom there is no other: a partner whom no case team has asked yet, or an account without a role. */
export function NothingYetPage({ givenName, familyName, hasRole }: { givenName: string; familyName: string; hasRole: boolean }) {
  return (
    <>
      <PageHead title={<>Guten Tag, <bdi>{`${givenName} ${familyName}`}</bdi></>} />
      <Card>
        {hasRole ? (
          <EmptyState title="Noch ist Ihnen nichts freigegeben" action={{ href: "/konto", label: "Mein Konto ansehen" }}>
            Fallteams teilen mit Ihrer Stelle einzelne Lebensbereiche, wenn die Person einwilligt. Das kommt mit einer der nächsten Ausgaben von Einklang; bis dahin gibt es für Partnerstellen nichts zu tun.
          </EmptyState>
        ) : (
          <EmptyState title="Sie haben noch keine Rolle" action={{ href: "/konto", label: "Mein Konto ansehen" }}>
            Die Verwaltung Ihrer Kommune vergibt sie, eine zweite Person bestätigt sie. Danach steht links, womit Sie arbeiten.
          </EmptyState>
        )}
      </Card>
    </>
  );
}
