import { Button } from "./button.tsx";
import { Card, PageHead } from "./card.tsx";
import { Form } from "./form.tsx";
import { PlainLayout } from "./page-frame.tsx";
import { TextField } from "./text-fields.tsx";

/** A page before sign-in. */
export function GallerySignIn() {
  return (
    <PlainLayout banner="Vorführung · Kreis Lindenau ist erfunden" footer={[{ href: "#barrierefreiheit", label: "Barrierefreiheit" }, { href: "#datenschutz", label: "Datenschutz" }]}>
      <Card>
        <PageHead title="Anmelden" />
        <Form csrf="galerie">
          <TextField name="email" type="email" label="E-Mail-Adresse" autocomplete="username" />
          <TextField name="passwort" type="password" label="Passwort" autocomplete="current-password" />
          <div class="button-row">
            <Button kind="strong">Anmelden</Button>
            <a href="#vergessen">Passwort vergessen</a>
          </div>
        </Form>
      </Card>
    </PlainLayout>
  );
}
