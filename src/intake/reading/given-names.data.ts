/**
 * Given names of staff that nearly everybody here takes for a woman's or a man's, written down by hand from general knowledge,
 * folded (no diacritics, lower case). Names borne by both (Deniz, Kim, Andrea, Sascha) are left out: nothing follows from them.
 */
const split = (text: string): readonly string[] => text.trim().split(/\s+/);

export const WOMENS_NAMES: ReadonlySet<string> = new Set(split(`
  aisha aleksandra alexandra alina amina amira anastasia anette angela angelika anita anja anke anna annalena anne annette annika antje antonia
  aylin ayse aynur barbara beate berna bettina birgit birte brigitte carina carla carola caroline charlotte christa christiane christina christine
  clara claudia cordula cornelia dagmar dana daniela doris dorothea ebru edith eleni elena elif elisabeth elke ella emilia emine emma erika esra
  eva eveline ewa fadime fatima fatma franziska frauke friederike gabriele gabi gerda gisela gudrun gulsen halina hanna hannah hannelore hatice
  heide heike helena helga henrike hilal hildegard ilona ina ines inga inge ingrid irene irina iris irma isabel isabella ivana iwona jana jasmin
  jasmina jelena jennifer jessica joanna johanna josefine julia juliane jutta karin karina karla karoline katarina katharina kathrin katja katrin
  kerstin khadija klara kristin kristina lara larissa laura layla lea lena leonie leyla lina linda lisa luisa magdalena maike malgorzata mandy manuela
  mareike margarete margit maria marianne marie marina marion marlene marta martina maryam mechthild melanie melek meltem merve mia michaela miriam
  mirjam monika monique nadia nadine nadja natalia natalie natascha nicole nina nora nour nurcan olga oksana oxana pamela patricia paula petra
  pia ramona ranja rania rebecca regina renate rita rosa rosemarie roswitha ruth sabine sabrina samira sandra sanja sara sarah selma sevda sevgi
  sibylle silke silvia simone sina sofia sofie solveig songul sonja sophia sophie stefanie stephanie susanne svetlana swetlana sybille sylvia tamara
  tanja tatjana teresa theresa tina ulrike ursula ute valentina vanessa vera veronika verena viktoria waltraud wiebke yasemin yasmin yvonne zahra
  zehra zeynep`));

export const MENS_NAMES: ReadonlySet<string> = new Set(split(`
  abdul abdullah achim adam ahmad ahmed ahmet albert aleksandar aleksander alexander alfred ali amir anas andreas andrzej anton armin arne arthur
  axel baris benedikt benjamin bernd bernhard bilal bjorn boris burak carlos carsten cem christian christoph christopher claus clemens cornelius
  daniel david dennis detlef detlev dieter dietmar dimitri dirk dominik dragan eberhard eckhard edgar eduard emre ercan erhan erik ernst eugen
  fabian falk faruk felix ferdinand finn florian frank franz fred frederik friedhelm friedrich fritz georg gerald gerd gerhard gernot goran gunter
  gunther guido gustav hamid hamza hans harald hartmut hasan hassan heiko heiner heinrich heinz helmut hendrik henning henrik herbert hermann
  holger horst hubert hussein huseyin ibrahim igor ilhan ingo ismail ivan jakob jan janusz jens joachim jochen johann johannes jonas jonathan jorg
  josef julian juri jurgen kai karim karl karlheinz karsten kemal kenan khaled klaus knut konrad konstantin kurt lars lennart leon leonard levent
  lothar ludwig lukas lutz maik malte manfred manuel marc marcel marco marcus marek mario marius mark marko markus marlon marten martin mathias
  matthias max maximilian mehmet michael milan mirko mohamed mohammad mohammed moritz muhammad murat mustafa nasser nico nicolas niklas nikolai nils
  norbert okan olaf oliver omar orhan osman oskar oscar otto ozan pascal patrick paul pawel peter philip philipp piotr rainer ralf ralph ramazan
  raphael reiner reinhard reinhold rene richard robert robin roland rolf roman rudiger rudolf samir samuel sebastian selim sergej sergei
  serkan siegfried simon stefan steffen stephan steven sven tariq thilo thomas thorben thorsten till tilo tim timo tobias tom tomasz torben torsten
  udo ulf ulrich umut uwe viktor vladimir volker volkan walter werner wilfried wilhelm willi wladimir wolfgang yannick yasin youssef yusuf zoran`));
