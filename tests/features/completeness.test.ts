import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { looksUnfinished } from '#features/inbound/completeness.ts';

const UNFINISHED = `Do you
deliver to
do you have
hi, do you
can i
can I get
are you
is there
what is
where is the
how much is
how much do you
how do i
I would like
I'd like to
i want to
I need
we would like to book a
do you deliver to the
I want pizza and
is it open or
can I pay with
delivery for
table for
I live near
Good morning, I was wondering if
because
hola
hola, tienen
ustedes
hacen entregas en el
entregan en la
quiero una mesa para
quisiera
me gustaría
cuál es
puedo pagar con
quiero reservar un
pizza y
pero
vocês
vocês têm
vocês entregam no
eu queria
gostaria
quero uma mesa para
qual é
aceitam pix e
entregam pela
नमस्ते
क्या आप
क्या आपके पास
मुझे
मुझे एक
घर के लिए
पिज़्ज़ा और
kya aap
kya aap log
mujhe ek
ghar ke liye
pizza aur
మీరు
నాకు ఒక
మీ దగ్గర
పిజ్జా మరియు
meeru
naaku
mee daggara
pizza mariyu
one pizza,
the following:
well...`;

const COMPLETE = `Do you deliver
do you deliver to downtown
where do you deliver to
where are you
how are you
who are you
what time do you open at
what is it for
what are you famous for
who should I talk to
how much is it
how much is this
how much
what time
are you open
are you open on Sunday
is it free
can i order
can I come in
come on in
I think so
me too
also
so
not so much
yes I'd love to
I have to
no
ok
thanks
yes please
what do you do
how do you do
option a
vitamin e
plan b
i want one
i need help
call me
price list
opening hours
stop
menu
pizza
tell me
let me know
do you?
deliver to?
!add we deliver to
2 and
¿hacen envíos?
dónde están
cuánto cuesta
a qué hora abren
por qué
para qué
nada mas
quiero mas
es para el
y tú
es para mi
por favor
sí
ya
gracias
onde fica
quanto custa
você entrega
vocês entregam
vocês abrem hoje
não
quero mais
obrigado
e você
आप कब खुलते हैं
कब तक
कितने का
कहाँ पर
क्या आप डिलीवरी करते हैं
हाँ
kab tak
kitne ka
kahan se
kya aap khule ho
haan ji
మీరు డెలివరీ చేస్తారా
ఉందా లేదా
ఎక్కడ
undi leda
meeru open aa
ekkada undi
+1 415 555 0100
pizza@example.com
Ana`;

describe('a fragment waits for its rest', () => {
  for (const body of UNFINISHED.split('\n')) {
    test(body, () => assert.ok(looksUnfinished(body)));
  }
});

describe('a complete message is never delayed', () => {
  for (const body of COMPLETE.split('\n')) {
    test(body, () => assert.ok(!looksUnfinished(body)));
  }
});
