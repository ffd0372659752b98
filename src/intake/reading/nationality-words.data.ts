/** Other names, adjectives, inhabitants and ISO codes (alpha-2, alpha-3) of nationalities → Destatis label. Folded spelling. */
const LINES = `
Syrien: syrisch,syrer,syrerin,arabische republik syrien,sy,syr
Afghanistan: afghanisch,afghane,afghanin,af,afg
Irak: irakisch,iraker,irakerin,iraq,iq,irq
Iran: iranisch,iraner,iranerin,islamische republik iran,persisch,ir,irn
Ukraine: ukrainisch,ukrainer,ukrainerin,ua,ukr
Türkei: tuerkisch,tuerke,tuerkin,turkei,turkiye,tuerkiye,turkey,tr,tur
Eritrea: eritreisch,eritreer,eritreerin,er,eri
Äthiopien: aethiopisch,aethiopier,aethiopierin,ethiopia,et,eth
Somalia: somalisch,somalier,somalierin,so,som
Libanon: libanesisch,libanese,libanesin,lebanon,lb,lbn
Marokko: marokkanisch,marokkaner,marokkanerin,morocco,maroc,ma,mar
Algerien: algerisch,algerier,algerierin,dz,dza
Tunesien: tunesisch,tunesier,tunesierin,tn,tun
Ägypten: aegyptisch,aegypter,aegypterin,egypt,eg,egy
Libyen: libysch,libyer,libyerin,ly,lby
Nigeria: nigerianisch,nigerianer,nigerianerin,ng,nga
Ghana: ghanaisch,ghanaer,ghanaerin,gh,gha
Guinea: guineisch,guineer,guineerin,guinea-conakry,gn,gin
Guinea-Bissau: gw,gnb
Gambia: gambisch,gambier,gambierin,the gambia,gm,gmb
Senegal: senegalesisch,senegalese,senegalesin,sn,sen
Mali: malisch,malier,malierin,ml,mli
Côte d’Ivoire: elfenbeinkueste,ivorisch,ivorer,cote d'ivoire,cote divoire,ci,civ
Kamerun: kamerunisch,kameruner,kamerunerin,cm,cmr
Togo: togoisch,togoer,togolesisch,tg,tgo
Kongo, Demokratische Republik: dr kongo,kongo (dr),demokratische republik kongo,kongo-kinshasa,cd,cod
Kongo: republik kongo,kongo-brazzaville,cg,cog
Sudan: sudanesisch,sudanese,sudanesin,sd,sdn
Südsudan: suedsudanesisch,ss,ssd
Russische Föderation: russland,russisch,russe,russin,russ. foederation,russia,ru,rus
Weißrussland: belarus,belarussisch,weissrussisch,by,blr
Moldau: moldawien,republik moldau,moldauisch,moldawisch,md,mda
Georgien: georgisch,georgier,georgierin,ge,geo
Armenien: armenisch,armenier,armenierin,am,arm
Aserbaidschan: aserbaidschanisch,azerbaijan,az,aze
Tadschikistan: tadschikisch,tj,tjk
Kasachstan: kasachisch,kz,kaz
Usbekistan: usbekisch,uz,uzb
Kirgisistan: kirgisien,kirgisisch,kg,kgz
Turkmenistan: turkmenisch,tm,tkm
Pakistan: pakistanisch,pakistaner,pakistanerin,pk,pak
Indien: indisch,inder,inderin,in,ind
Bangladesch: bangladeschisch,bangladesh,bd,bgd
Sri Lanka: srilankisch,sri-lanka,lk,lka
Nepal: nepalesisch,np,npl
Vietnam: vietnamesisch,vietnamese,vietnamesin,viet nam,vn,vnm
China: chinesisch,chinese,chinesin,vr china,cn,chn
Philippinen: philippinisch,ph,phl
Thailand: thailaendisch,thai,th,tha
Myanmar: birma,burma,mm,mmr
Mongolei: mongolisch,mn,mng
Jordanien: jordanisch,jordanier,jo,jor
Jemen: jemenitisch,jemenit,ye,yem
Saudi-Arabien: saudi arabien,saudisch,sa,sau
Israel: israelisch,israeli,il,isr
Palästinensische Gebiete: palaestina,palaestinensisch,palaestinenser,palaestinenserin,ps,pse
Serbien: serbisch,serbe,serbin,rs,srb
Kosovo: kosovarisch,kosovare,kosovarin,xk,xkx
Albanien: albanisch,albaner,albanerin,al,alb
Nordmazedonien: mazedonien,mazedonisch,nordmazedonisch,mk,mkd
Bosnien und Herzegowina: bosnien,bosnien-herzegowina,bosnisch,bosnier,bosnierin,ba,bih
Montenegro: montenegrinisch,me,mne
Kroatien: kroatisch,kroate,kroatin,hr,hrv
Slowenien: slowenisch,si,svn
Rumänien: rumaenisch,rumaene,rumaenin,romania,ro,rou
Bulgarien: bulgarisch,bulgare,bulgarin,bg,bgr
Polen: polnisch,pole,polin,pl,pol
Ungarn: ungarisch,ungar,hu,hun
Tschechien: tschechisch,tschechische republik,cz,cze
Slowakei: slowakisch,slowakische republik,sk,svk
Litauen: litauisch,lt,ltu
Lettland: lettisch,lv,lva
Estland: estnisch,ee,est
Griechenland: griechisch,grieche,griechin,gr,grc
Italien: italienisch,italiener,italienerin,it,ita
Spanien: spanisch,spanier,spanierin,es,esp
Portugal: portugiesisch,portugiese,portugiesin,pt,prt
Frankreich: franzoesisch,franzose,franzoesin,fr,fra
Niederlande: niederlaendisch,holland,nl,nld
Belgien: belgisch,be,bel
Österreich: oesterreichisch,at,aut
Schweiz: schweizerisch,schweizer,ch,che
Deutschland: deutsch,deutscher,deutsche,brd,d,de,deu
Vereinigtes Königreich: grossbritannien,england,britisch,uk,gb,gbr
Vereinigte Staaten: usa,us,amerikanisch,vereinigte staaten von amerika
Brasilien: brasilianisch,br,bra
Kolumbien: kolumbianisch,co,col
Venezuela: venezolanisch,ve,ven
Kuba: kubanisch,cu,cub
Angola: angolanisch,ao,ago
Kenia: kenianisch,ke,ken
Uganda: ugandisch,ug,uga
Ruanda: ruandisch,rw,rwa
Burundi: burundisch,bi,bdi
Sierra Leone: sierra-leonisch,sl,sle
Liberia: liberianisch,lr,lbr
Burkina Faso: burkinisch,bf,bfa
Benin: beninisch,bj,ben
Niger: nigrisch,ne,ner
Tschad: tschadisch,td,tcd
staatenlos: stl,ohne staatsangehoerigkeit,stateless,xxa
ungeklärt: ungekl,ungekl.,unklar,xxx,ungeklaerte staatsangehoerigkeit
`;

export const NATIONALITY_WORDS: readonly (readonly [label: string, words: readonly string[]])[] = LINES.trim().split("\n").map((line) => {
  const [label = "", words = ""] = line.split(": ");
  return [label, words.split(",")];
});

/** Where most of those in case management come from: an abbreviation is first looked for among these. */
export const FREQUENT: readonly string[] = "Syrien,Afghanistan,Irak,Iran,Ukraine,Türkei,Eritrea,Äthiopien,Somalia,Libanon,Libyen,Marokko,Algerien,Tunesien,Ägypten,Nigeria,Ghana,Guinea,Gambia,Senegal,Mali,Kamerun,Sudan,Russische Föderation,Moldau,Georgien,Armenien,Aserbaidschan,Pakistan,Indien,Serbien,Kosovo,Albanien,Nordmazedonien,Rumänien,Bulgarien,Polen,Vietnam,China,Jordanien,Jemen".split(",");
