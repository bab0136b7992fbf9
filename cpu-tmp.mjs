import { sql, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg'; import fs from 'node:fs';
import { claimStatement } from '#features/conversations/turns.system.ts';
import { settleStatement } from '#features/conversations/settle.ts';
import { insertStatement } from '#features/inbound/receive.system.ts';
import { marker } from '#features/outbound/marks.system.ts';
import { statusRecorder } from '#features/outbound/status.system.ts';
const pool=new pg.Pool({connectionString:'postgres://postgres@127.0.0.1:54330/fd',max:1});
const db=new Kysely({dialect:new PostgresDialect({pool})});
const [{pid}]=(await pool.query('select pg_backend_pid() pid')).rows;
const cpu=()=>{const f=fs.readFileSync(`/proc/${pid}/stat`,'utf8').split(') ')[1].split(' ');return (+f[11]+ +f[12])*10};
const N=+process.argv[2]||8, ROUNDS=150;
const token='00000000-0000-4000-8000-000000000000';
const {rows:convs}=await pool.query('select * from conversations limit 3000');
const cost={claim:0,settle:0,receive:0,mark:0,status:0};
const names=new Map();
const exec=async (kind,q)=>{const c=q.compile(db); const name=names.get(c.sql)??names.set(c.sql,'n'+names.size).get(c.sql); const a=cpu(); let r; const t=performance.now(); for(let k=0;k<1;k++) r=await pool.query({name,text:c.sql,values:c.parameters}); cost[kind]+=cpu()-a; wall[kind]=(wall[kind]||0)+performance.now()-t; return r.rows};
const wall={};
let captured; const fake={runAsSystem:async(s)=>{captured=s;return[]}};
const m=marker({db:fake,clock:{now:()=>new Date()},wakeups:{wake(){}}}); const st=statusRecorder({db:fake,clock:{now:()=>new Date()},wakeups:{wake(){}}});
for(let r=0;r<ROUNDS;r++){
 const own=convs.slice((r*N)%2900,(r*N)%2900+N); const now=new Date();
 await exec('receive',insertStatement(own.map((c,i)=>({businessId:c.business_id,personIndex:'p'+i,otherIndex:null,channel:'whatsapp',ourAddress:'+1',theirSealed:'x'.repeat(70),accountSid:'AC1',messageSid:'SMZ'+process.pid+'_'+r+'_'+i,body:'hello what are your hours',kind:'text',details:null,dueAt:now,receivedAt:now})), new Map(own.map((c,i)=>[c.business_id+' p'+i+' ',{conversationId:c.id}]))));
 const turns=await exec('claim',claimStatement({limit:16,token,now:new Date(now.getTime()+10),withHistory:false}));
 const w=await exec('settle',settleStatement(turns.map(t=>({sendToken:token,turn:{...t},ending:{outcome:'answered',replies:[{kind:'answer',text:'We are open'}],throughId:t.messages.at(-1).id,isVoidWhenMoreWasSaid:true,isCounted:true,language:'en'}})),now));
 await Promise.all(w.map((o,i)=>m({message:{id:o.id,token},state:'handed-over',sid:'SMX'+process.pid+'_'+r+'_'+i,accountSid:'AC1',status:'queued'})));
 await exec('mark',captured);
 for(const s of ['sent','delivered']){ await Promise.all(w.map((o,i)=>st({messageId:o.id,accountSid:'AC1',messageSid:'SMX'+process.pid+'_'+r+'_'+i,status:s,eventType:'',errorCode:null,sentence:null}))); await exec('status',captured);}
}
for(const k in cost) console.log(k,'backend CPU per message us',(cost[k]*1000/ROUNDS/N).toFixed(0),'wall per call ms',(wall[k]/ROUNDS).toFixed(2));
await db.destroy();
