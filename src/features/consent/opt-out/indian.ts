import type { Wording } from './said.ts';
import { words } from './said.ts';

const none = words('');

export const hindi: Wording = {
  filler: words(
    `मुझे मुझको मुझसे मेरे मेरा मेरी को हमें हमको हमारे आप आपके आपका आपकी आपसे तुम तुम्हारे प्लीज प्लीज़ कृपया अब आगे से और कोई
     भी ये यह इस इन इतने इतना सारे सब सभी दोबारा दुबारा फिर कभी जी भाई भैया नंबर नम्बर पर फोन फ़ोन अपने अपना अपनी के की का वाले वाला
     में से लोग सर मैडम ही तो please अभी तुरंत बिल्कुल मैं नहीं_ हमेशा लिए धन्यवाद शुक्रिया ऐसे इसे`,
  ),
  message: words(
    `मैसेज मेसेज मैसेजेस मैसेज्स मेसज मैसज संदेश सन्देश संदेशे एसएमएस टेक्स्ट व्हाट्सएप व्हाट्सऐप व्हाट्सप्प message messages msg msgs sms`,
  ),
  offer: words(
    `ऑफर ऑफ़र ऑफर्स ऑफ़र्स विज्ञापन प्रमोशन प्रमोशनल प्रोमो प्रचार डील्स मार्केटिंग ऐड्स एड्स छूट offers ads promotions`,
  ),
  bother: words('परेशान तंग डिस्टर्ब संपर्क सम्पर्क कॉन्टैक्ट कांटेक्ट'),
  not: words('मत न ना नहीं नही'),
  act: words(
    `भेजो भेजें भेजिए भेजिये भेजना भेजिएगा भेजा करो करें करिए करिये करना कीजिए कीजिये कीजिएगा दो दें दीजिए दीजिये देना कर लिखो लिखें लिखिए भेज`,
  ),
  refuse: none,
  want: words('चाहिए चाहिये चाहता चाहती चाहते लेना पाना हूँ हूं है हैं'),
  stop: words('बंद बन्द'),
  halt: words('रोको रोकें रोकिए रोक'),
  list: words('लिस्ट सूची list'),
  remove: words('हटा हटाओ हटाएं हटाएँ हटाइए हटाइये निकाल निकालो निकालें निकालिए डिलीट मिटा मिटाओ'),
  how: words('कैसे'),
};

export const hinglish: Wording = {
  filler: words(
    `mujhe mujhko muje mujhse mere mera meri ko hume humein hame humko aap ap aapke apke aapka apka aapse tum tumhare please plz pls plij
     kripya kripaya ab abse aage agey se aur koi bhi ye yeh is in itne itna sare saare sab dobara dubara phir fir kabhi ji bhai bhaiya
     yaar number nambar par pe phone apne apna apni ke ki ka wale wala me mein main mai log sir madam hi to abhi turant bilkul
     hamesha liye thanks dhanyavad shukriya aise faltu bekar`,
  ),
  message: words(
    `message messages msg msgs messege messeges mesej massage massages sandesh sms text texts whatsapp mesage`,
  ),
  offer: words(
    `offer offers ad ads add adds promo promos promotion promotions promotional vigyapan prachar marketing deals discounts advertisement advertisements`,
  ),
  bother: words('pareshan tang disturb contact sampark'),
  not: words('mat math na nahi nahin nhi mt nai no'),
  act: words(
    `bhejo bhejna bhejiye bhejiyega bhejen bhejein bhejoo bhejo_ bheja karo kro kare karen karein karna kariye kijiye kijiyega krna
     do dena dijiye de kar likho likhna likhiye send bhej`,
  ),
  refuse: none,
  want: words('chahiye chaiye chahie chahta chahti chahte lena paana hai hain hu hoon hun'),
  stop: words('band bandh bnd stop'),
  halt: words('roko rokiye roken rokein rok'),
  list: words('list suchi'),
  remove: words('hata hatao hataiye hataye nikal nikalo nikaliye delete remove mita mitao'),
  how: words('kaise kese'),
};

export const telugu: Wording = {
  filler: words(
    `నాకు మాకు నన్ను మమ్మల్ని నా మా నంబర్ నంబర్కు నంబరు నెంబర్ నెంబర్కు కు ఇక ఇకపై ఇకమీదట నుంచి నుండి మళ్లీ మళ్ళీ దయచేసి ప్లీజ్ మీ మీరు ఈ
     ఇంకా ఏ ఎలాంటి ఎటువంటి అండి సార్ మేడం ఇలాంటి అన్ని ఎప్పుడూ అసలు లో లోంచి లోనుంచి గారు ఫోన్ కి తో ఇన్ని ధన్యవాదాలు please వెంటనే`,
  ),
  message: words(
    `మెసేజ్ మెసేజి మెసేజీ మెసేజ్లు మెసేజీలు మెసేజులు మెసేజెస్ సందేశం సందేశాలు సందేశాలను సందేశము ఎస్ఎంఎస్ ఎస్ఎమ్ఎస్ వాట్సాప్ మెసేజ్లను message messages sms`,
  ),
  offer: words(
    `ఆఫర్ ఆఫర్లు ఆఫర్ల ఆఫర్స్ ప్రకటన ప్రకటనలు ప్రమోషన్ ప్రమోషన్లు ప్రమోషన్స్ యాడ్స్ ప్రోమోలు డీల్స్ మార్కెటింగ్ ప్రచార offers ads`,
  ),
  bother: words('ఇబ్బంది డిస్టర్బ్ సంప్రదించ కాంటాక్ట్'),
  not: words('వద్దు వొద్దు వద్దండి'),
  act: words('పంపడం పంపించడం పంపటం చేయడం పెట్టడం రావడం పంప పంపించ పంపాల్సిన'),
  refuse: words(
    `పంపకండి పంపవద్దు పంపొద్దు పంపకు పంపించకండి పంపించవద్దు పంపించొద్దు పంపకూడదు చేయకండి చేయవద్దు చేయొద్దు చెయ్యకండి చెయ్యొద్దు చెయ్యద్దు
     పెట్టకండి పెట్టవద్దు పెట్టొద్దు ఇవ్వకండి రాయకండి రాయవద్దు సంప్రదించకండి సంప్రదించవద్దు విసిగించకండి అక్కర్లేదు పంపకండీ`,
  ),
  want: words('వద్దు వొద్దు వద్దండి'),
  stop: words('బంద్ ఆపడం'),
  halt: words('ఆపండి ఆపేయండి ఆపు ఆపెయ్యండి ఆపేయ్ ఆపెయ్ నిలిపివేయండి నిలిపేయండి'),
  list: words('జాబితా జాబితాలో జాబితాలోంచి లిస్ట్ లిస్టు లిస్టులో లిస్ట్లో list'),
  remove: words('తొలగించండి తీసేయండి తీసివేయండి తొలగించు తీసేయ్ తీసెయ్యండి డిలీట్'),
  how: words('ఎలా'),
};

export const tenglish: Wording = {
  filler: words(
    `naaku naku maaku maku nannu mammalni na naa ma maa number numberki numberku ku ki ika ikapai ikameedata nunchi nundi malli mali dayachesi
     please plz pls mee mi meeru miru ee e inka elanti andi sir madam ilanti anni eppudu asalu lo loninchi garu phone tho inni dhanyavadalu
     ventane thanks`,
  ),
  message: words(
    `message messages messagelu messageulu msg msgs msglu sms smslu sandesham sandeshalu whatsapp text texts messagelni`,
  ),
  offer: words(
    `offer offers offerlu ads ad prakatanalu prakatana promotion promotions promotionlu promo promos deals marketing`,
  ),
  bother: words('ibbandi disturb contact sampradincha'),
  not: words('vaddu oddu vadhu vaddandi odhu'),
  act: words('pampadam pampatam pampinchadam cheyadam cheyyadam pettadam ravadam pampa'),
  refuse: words(
    `pampakandi pampavaddu pampoddu pampaku pampinchakandi pampinchavaddu pampinchoddu pampakudadu cheyakandi cheyavaddu cheyoddu cheyyakandi
     cheyyoddu cheyoddandi chesakandi pettakandi pettavaddu pettoddu ivvakandi rayakandi rayavaddu sampradinchakandi visiginchakandi akkarledu
     pampakandee pampodhu cheyodhu pampoddandi`,
  ),
  want: words('vaddu oddu vadhu vaddandi odhu'),
  stop: words('band bandh apadam'),
  halt: words('aapandi apandi aapeyandi apeyandi aapu aapey nilipiveyandi stop'),
  list: words('list jabita'),
  remove: words('teeseyandi tiseyandi tolaginchandi theeseyandi teesiveyandi delete remove'),
  how: words('ela'),
};
